/**
 * The one way into npm `yaml`. Its composer recurses with the nesting of the text, and a stack that is nearly full is no
 * exception to catch: V8 ends the process when it compiles a regular expression there. So the nesting is measured by its
 * parser, which works on a stack of its own, before anything is composed.
 */
import { Composer, type Document, type DocumentOptions, Lexer, type ParseOptions, Parser, type SchemaOptions } from 'yaml';

type Token = ReturnType<Parser['next']> extends Generator<infer T> ? T : never;

/** Nested mappings and lists. People write some ten levels; the composer overflows the stack at some 700. */
export const deepestYaml = 100;

/**
 * The documents of a text, with their errors in them, or in a few words why they are not read. `text` is read whole: bound its
 * length before, a megabyte takes some 8 seconds and 500 MB.
 */
export function yamlDocuments(text: string, options: ParseOptions & DocumentOptions & SchemaOptions = {}): Document.Parsed[] | string {
  const tokens = tokensOf(text);
  if (tokens === undefined) return `This file is nested more than ${deepestYaml} levels deep.`;
  const composer = new Composer({ logLevel: 'silent', prettyErrors: false, ...options });
  return [...composer.compose(tokens, false, text.length)] as Document.Parsed[];
}

function tokensOf(text: string): Token[] | undefined {
  const parser = new Parser();
  const tokens: Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > deepestYaml) return undefined;
  }
  tokens.push(...parser.end());
  return tokens;
}
