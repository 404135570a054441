import { targetCheck } from './target.ts';
import { addressOf, handsOn, namelessWhy } from './words.ts';

export const serviceNotStarted = targetCheck(
  'service-not-started',
  'error',
  'the service does not start together with nginx',
  (endpoint, { service, because, at }, stack) => {
    const nginx = stack.nginx.service?.name ?? 'nginx';
    const profile = service.profiles[0]?.value;
    return because === 'replicas'
      ? {
          message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but ${service.name} has no replicas.`,
          why: namelessWhy(endpoint),
          fix: { message: `Give ${service.name} at least one replica.` },
          related: [{ location: at, label: `${service.name} has 0 replicas` }],
        }
      : {
          message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but ${service.name} starts only with the profile ${profile}, and ${nginx} starts without it.`,
          why: namelessWhy(endpoint),
          fix: { message: `Put ${nginx} behind the profile ${profile} too, or take the profile from ${service.name}.` },
          related: [{ location: at, label: `${service.name} is behind the profile ${profile}` }],
        };
  },
);
