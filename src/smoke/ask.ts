import { GateError } from '../core/errors.ts';
import { answeringServer } from './answering-server.ts';
import { type Asked, noteAnswer, unanswered } from './asked.ts';
import { eachBounded } from './bounded.ts';
import { curl } from './curl.ts';
import { askDirectly, askOtherwise } from './direct-requests.ts';
import { meetExpectations } from './expectations.ts';
import { entriesNow, readOwnEntries } from './marked-log.ts';
import type { PlannedRequest } from './plan.ts';
import { diagnoseRequest } from './request-diagnosis.ts';
import { doubtSession, openSession } from './sessions.ts';
import type { Site } from './site.ts';
import { throughNginx, urlOf } from './through-nginx.ts';
import { askUpgrades } from './upgrades.ts';

/** At once, where each task starts a command of its own. */
const fewCommands = 8;

/** Sends requests through nginx and, where `isWorthwhile`, straight at the apps; and reads what nginx's error log says of each. */
export async function ask(
  site: Site,
  requests: readonly PlannedRequest[],
  isWorthwhile: (asked: Asked) => boolean = () => true,
): Promise<Asked[]> {
  const all = requests.map((r) => unanswered(r, urlOf(r, site.doors.doorOf(r).front)));
  const pages = all.filter((a) => a.request.scheme !== 'tcp');
  const sessions = all.filter((a) => a.request.scheme === 'tcp');
  const before = sessions.length > 0 ? new Set((await entriesNow(site)).map((e) => e.text)) : new Set<string>();
  await Promise.all([askPages(site, pages), eachBounded(sessions, fewCommands, (a) => openSession(site, a))]);
  await eachBounded(pages, fewCommands, (a) => meetExpectations(site, a));
  const asked = all.filter(isWorthwhile);
  // Meanwhile the engine writes what nginx has said of a failover.
  await askDirectly(site, asked);
  for (const a of sessions) doubtSession(a);
  await readOwnEntries(site, asked, before);
  return asked;
}

/** Nothing can be asked from this place: it has no curl, or too old a one. */
export class NoCurl extends GateError {
  constructor(place: string) {
    const where = place === 'docker' ? 'neither nginx’s image nor another one of the project has a curl' : `${place} has no curl`;
    super(`Nothing can be asked from where it should be: ${where} of version 7.75 or later. Try another --vantage, or --base-url.`);
  }
}

async function askPages(site: Site, pages: readonly Asked[]): Promise<void> {
  const doors = new Set(pages.map((a) => site.doors.doorOf(a.request)));
  await eachBounded([...doors], doors.size, async (door) => {
    const through = pages.filter((a) => site.doors.doorOf(a.request) === door);
    const answers = await curl(
      door.place,
      through.map((a) => throughNginx(a.request, door.front, a.marker)),
    );
    if (answers === undefined) throw new NoCurl(door.place.name);
    for (const [index, a] of through.entries()) noteAnswer(a, answers[index]);
  });
}

/** Direct requests, evidence and a diagnosis for each; what is healthy costs one request for each address. */
export async function examine(site: Site, asked: readonly Asked[]): Promise<void> {
  await askDirectly(site, asked);
  await Promise.all([askOtherwise(site, asked), askUpgrades(site, asked)]);
  for (const a of asked) a.nginx.otherServer ??= answeringServer(a);
  await eachBounded(asked, fewCommands, async (a) => {
    a.told = await diagnoseRequest(site, a);
  });
}
