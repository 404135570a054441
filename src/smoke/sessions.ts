import type { Asked } from './asked.ts';
import { connectAndSend } from './probe.ts';
import type { Site } from './site.ts';
import { isUnreached } from './unreached.ts';

/** A session without an upstream ends well before this, in seconds; one that lives on may still be connecting. */
const atOnce = 2.5;

/** A stream's port: nginx takes every connection, and closes it at once when it has no upstream. */
export async function openSession(site: Site, asked: Asked): Promise<void> {
  const endpoint = asked.request.route?.endpoints[0];
  if (!endpoint) return;
  const { place, front } = site.doors.doorOf(asked.request);
  const door = { ...endpoint, target: { ...endpoint.target, socket: null } };
  const answer = await connectAndSend(place, door, front.address(asked.request), new Uint8Array(), null);
  asked.seconds = answer.seconds;
  if (answer.failure !== null) return;
  const isClosed = answer.closed && answer.text === '' && answer.seconds < atOnce;
  asked.nginx = { status: isClosed ? null : 200, failure: isClosed ? 'closed' : null, unmet: null, otherServer: null };
}

/** An open session says nothing while nginx still tries to connect: it is worth no more than a direct connection. */
export function doubtSession(asked: Asked): void {
  if (asked.nginx.failure === null && isUnreached(asked.direct)) asked.nginx = { ...asked.nginx, status: null, failure: 'timeout' };
}
