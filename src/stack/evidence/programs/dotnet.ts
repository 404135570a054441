/** ASP.NET. */
import { type Bind, type Invocation, option, parseAddress, type Start } from '../bind.ts';
import { listensOn, type Readers } from './convention.ts';

export const readers: Readers = { dotnet };

function dotnet({ program, args }: Invocation): Start {
  const urls = option(args, ['--urls', '--server.urls']);
  if (urls === undefined) return { kind: 'unknown', program };
  return listensOn(program, urlBinds(urls.text, program, urls.at, urls.literal));
}

/** `http://+:5000;https://+:5001`, as ASP.NET takes it. */
export function urlBinds(text: string, program: string, at: Bind['at'], certain: boolean): Bind[] {
  const urls = text
    .split(';')
    .map((url) => url.trim())
    .filter((url) => url !== '');
  return urls.slice(0, 20).flatMap((url) => {
    const protocol = url.startsWith('https') ? 'https' : 'http';
    const parsed = parseAddress(withPort(url, protocol === 'https' ? 443 : 80));
    return parsed === null ? [] : [{ ...parsed, protocol, program, at, by: 'written', certain }];
  });
}

function withPort(url: string, port: number): string {
  return /:\d+/.test(url.replace(/^\w+:\/\//, '')) ? url : `${url.replace(/\/+$/, '')}:${port}`;
}
