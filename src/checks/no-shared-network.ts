import { targetCheck } from './target.ts';
import { addressOf, handsOn, list, namelessWhy } from './words.ts';

export const noSharedNetwork = targetCheck(
  'no-shared-network',
  'error',
  'nginx and the service are on no common network',
  (endpoint, { service, nginxNetworks, serviceNetworks }, stack) => {
    const nginx = stack.nginx.service;
    const to = serviceNetworks[0];
    return {
      message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but ${nginx?.name ?? 'nginx'} is on ${list(nginxNetworks)} and ${service.name} on ${list(serviceNetworks)}: they share no network.`,
      why: namelessWhy(endpoint),
      fix: { message: to === undefined ? 'Put both on one network.' : `Add ${nginx?.name ?? 'nginx'} to the network ${to}.` },
      related: [
        { location: service.at, label: `${service.name} is on ${list(serviceNetworks)}` },
        ...(nginx === null ? [] : [{ location: nginx.at, label: `${nginx.name} is on ${list(nginxNetworks)}` }]),
      ],
    };
  },
);
