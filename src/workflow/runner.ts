import type { Annotation } from '../report/annotations.ts';

/** The runner, as the action's job sees it. src/action.ts has the real one. */
export interface Runner {
  /** The text of an input, '' where it is not given. */
  input(name: string): string;
  output(name: string, value: string): void;
  /** Text for the log. Whatever it holds, the runner takes none of it for a command. */
  say(text: string): void;
  annotate(annotation: Annotation): void;
  /** A warning about the run itself, not about a line. */
  warn(message: string): void;
  /** @throws when there is no summary to write to */
  summary(markdown: string): Promise<void>;
  /** Fails the step, with a message among its errors. */
  fail(message: string): void;
  /** Masks a value in the log. */
  secret(value: string): void;
}
