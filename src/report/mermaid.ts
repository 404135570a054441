import type { ReportedEndpoint, ReportedRoute, StackReport } from '../core/report.ts';
import { visible } from './visible.ts';
import { count, endpointName, serverName } from './words.ts';

// Mermaid refuses more than 50,000 characters and more than 500 edges (maxTextSize, maxEdges); GitHub keeps those defaults.
const mostText = 40_000;
const mostEdges = 320;
const mostLabel = 60;
/** Up to here every route is drawn; beyond, those that are not wrong are grouped. */
const routesInFull = 24;
const mostGroups = 12;
const mostEndsOfGroup = 4;

/**
 * The routes of a stack as a Mermaid flowchart: server, location, upstream, endpoint, service. Wrong edges are red and carry the
 * check's id. Many routes are grouped by where they end; the wrong ones are drawn one by one while there is room.
 * Empty where there is nothing to draw.
 */
export function mermaid(stack: StackReport): string {
  if (stack.routes.length === 0) return '';
  const chart = new Chart();
  const wrong = stack.routes.filter(isWrong);
  let undrawn = 0;
  for (const route of wrong) if (!chart.route(route, locationLabel(route))) undrawn += 1;
  const others = stack.routes.filter((route) => !isWrong(route));
  const groups = others.length + wrong.length <= routesInFull ? others.map((route) => [route]) : grouped(others);
  for (const group of groups) if (!chart.group(group)) undrawn += group.length;
  if (undrawn > 0) chart.note(`and ${count(undrawn, 'more route')}`);
  return chart.toString();
}

function isWrong(route: ReportedRoute): boolean {
  return route.endpoints.some((endpoint) => endpoint.verdict === 'wrong');
}

/** By server and end; where that leaves too many, all of a server. */
function grouped(routes: readonly ReportedRoute[]): ReportedRoute[][] {
  const byServer = collect(routes, serverName);
  const byEnd = byServer.flatMap((ofServer) => collect(ofServer, (route) => route.endpoints.map(endpointName).sort().join(' ')));
  return byEnd.length <= mostGroups ? byEnd : byServer;
}

function collect(routes: readonly ReportedRoute[], keyOf: (route: ReportedRoute) => string): ReportedRoute[][] {
  const groups = new Map<string, ReportedRoute[]>();
  for (const route of routes) {
    const key = keyOf(route);
    const group = groups.get(key);
    if (group) group.push(route);
    else groups.set(key, [route]);
  }
  return [...groups.values()];
}

function locationLabel(route: ReportedRoute): string {
  return route.location ?? route.directive;
}

/** The name of the upstream or variable between a location and its endpoints, null where the directive names the endpoint itself. */
function hop(route: ReportedRoute): string | null {
  const host = /^(?:[a-z]+:\/\/)?(\[[^\]]*\]|[^/:]+)/i.exec(route.target)?.[1] ?? '';
  if (host === '' || host === 'unix' || route.endpoints.length === 0) return null;
  const bare = host.replace(/^\[|\]$/g, '');
  return route.endpoints.some((endpoint) => endpoint.host === host || endpoint.host === bare) ? null : host;
}

class Chart {
  readonly #ids = new Map<string, string>();
  readonly #nodes: string[] = [];
  readonly #edges: string[] = [];
  readonly #drawn = new Set<string>();
  readonly #red: number[] = [];
  readonly #redNodes = new Set<string>();
  readonly #unsureNodes = new Set<string>();
  #size = 0;

  /** Draws one route under a label of its own; false where there is no room left. */
  route(route: ReportedRoute, label: string): boolean {
    if (this.#isFull(route.endpoints.length)) return false;
    const location = this.#start(route, label, `${route.file}:${route.line}:${route.column}`);
    const name = hop(route);
    let from = location;
    if (name !== null) {
      from = this.#node(`hop ${name}`, name, '{{', '}}');
      this.#edge(location, from);
    }
    for (const endpoint of route.endpoints) this.#end(from, endpoint);
    if (route.endpoints.length === 0) this.#edge(location, this.#node(`target ${route.target}`, route.target, '>', ']'));
    return true;
  }

  /** Draws routes that are not wrong as one node. */
  group(routes: readonly ReportedRoute[]): boolean {
    const [first, second] = routes;
    if (!first) return true;
    if (!second) return this.route(first, locationLabel(first));
    const names = [...new Set(routes.map(locationLabel))];
    const shown = names.slice(0, 2).map((name) => (name.length <= 20 ? name : `${name.slice(0, 19)}…`));
    const label = names.length > 2 ? `${shown.join(', ')} and ${names.length - 2} more` : shown.join(', ');
    const ends = new Map(routes.flatMap((route) => route.endpoints.map((endpoint) => [endpointName(endpoint), endpoint])));
    if (ends.size <= mostEndsOfGroup) return this.route({ ...first, endpoints: [...ends.values()] }, label);
    if (this.#isFull(1)) return false;
    const location = this.#start(first, label, `group ${first.file}:${first.line}`);
    this.#edge(location, this.#node(`ends ${first.file}:${first.line}`, `${count(ends.size, 'endpoint')}, none wrong`, '[', ']'));
    return true;
  }

  note(text: string): void {
    this.#node(`note ${text}`, text, '[', ']');
  }

  toString(): string {
    const styles = [
      'classDef wrong fill:#ffebe9,stroke:#cf222e,color:#82071e',
      ...(this.#unsureNodes.size > 0
        ? ['classDef unverified stroke-dasharray:4', `class ${[...this.#unsureNodes].join(',')} unverified`]
        : []),
      ...(this.#redNodes.size > 0 ? [`class ${[...this.#redNodes].join(',')} wrong`] : []),
      ...(this.#red.length > 0 ? [`linkStyle ${this.#red.join(',')} stroke:#cf222e,stroke-width:2px,color:#cf222e`] : []),
    ];
    return ['flowchart LR', ...[...this.#nodes, ...this.#edges, ...styles].map((line) => `  ${line}`)].join('\n');
  }

  #isFull(endpoints: number): boolean {
    return this.#size > mostText - 4000 || this.#edges.length + endpoints * 2 + 4 > mostEdges;
  }

  #start(route: ReportedRoute, label: string, key: string): string {
    const server = this.#node(`server ${serverName(route)}`, serverName(route), '([', '])');
    const location = this.#node(`location ${key} ${label}`, label, '[', ']');
    this.#edge(server, location);
    return location;
  }

  #end(from: string, endpoint: ReportedEndpoint): void {
    const name = endpointName(endpoint);
    const wrong = endpoint.verdict === 'wrong';
    const node = this.#node(`end ${name} ${wrong}`, endpoint.verdict === 'external' ? `${name} (outside)` : name, '[', ']');
    this.#edge(from, node, wrong ? (endpoint.reason ?? 'wrong') : null);
    if (wrong) this.#redNodes.add(node);
    if (endpoint.verdict === 'unverified') this.#unsureNodes.add(node);
    if (endpoint.service !== null) this.#edge(node, this.#node(`service ${endpoint.service}`, endpoint.service, '[(', ')]'), null, wrong);
  }

  #node(key: string, label: string, open: string, close: string): string {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = `n${this.#ids.size + 1}`;
    this.#ids.set(key, id);
    this.#push(this.#nodes, `${id}${open}"${labelText(label)}"${close}`);
    return id;
  }

  #edge(from: string, to: string, fault: string | null = null, dashed = false): void {
    const line = fault !== null ? `${from} -->|"${labelText(fault)}"| ${to}` : `${from} ${dashed ? '-.->' : '-->'} ${to}`;
    if (this.#drawn.has(line)) return;
    this.#drawn.add(line);
    if (fault !== null) this.#red.push(this.#edges.length);
    this.#push(this.#edges, line);
  }

  #push(lines: string[], line: string): void {
    lines.push(line);
    this.#size += line.length + 3;
  }
}

/** A label for between double quotes: everything that Mermaid, its Markdown or HTML could read as more than text becomes a character code. */
function labelText(text: string): string {
  const shown = visible(text).trim();
  const cut = shown.length <= mostLabel ? shown : `${shown.slice(0, mostLabel - 1)}…`;
  const coded = [...(cut === '' ? ' ' : cut)]
    .map((sign) => (/[A-Za-z0-9 ./,=…-]|[^\x20-\x7e]/u.test(sign) ? sign : `#${sign.codePointAt(0)};`))
    .join('');
  // A label that begins like a list item is read as Markdown and refused.
  return coded.replace(/^-/, '#45;').replace(/^(\d+)\./, '$1#46;');
}
