import { targetCheck } from './target.ts';
import { addressOf, answers502, handsOn } from './words.ts';

export const appBindsLoopback = targetCheck(
  'app-binds-loopback',
  'error',
  'the app listens on 127.0.0.1 of its own container',
  (endpoint, { service, bind }) => ({
    message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but ${bind.says}: only its own container reaches that.`,
    why: answers502(endpoint),
    fix: { message: `Let ${service.name} listen on 0.0.0.0:${bind.port}.` },
    related: bind.at === null ? [] : [{ location: bind.at, label: bind.says }],
  }),
);
