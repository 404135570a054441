/** Ports in a service's environment: variables that programs read for what they listen on. */
import type { Service } from '../../compose/model.ts';
import type { Location } from '../../core/source.ts';
import type { PortEvidence } from '../model.ts';
import { parseAddress, portOf } from './bind.ts';
import { urlBinds } from './programs/dotnet.ts';

/** Names that mean a service's own port in nearly every program that reads them. */
const ownPort =
  /^(?:PORT|HTTP_PORT|SERVER_PORT|APP_PORT|LISTEN_PORT|WEB_PORT|API_PORT|SERVICE_PORT|BIND_PORT|CONTAINER_PORT|INTERNAL_PORT|NODE_PORT|APPLICATION_PORT|UVICORN_PORT|GUNICORN_PORT|FLASK_RUN_PORT|FLASK_PORT|KC_HTTP_PORT|NITRO_PORT|NUXT_PORT|ROCKET_PORT|QUARKUS_HTTP_PORT|MICRONAUT_SERVER_PORT|N8N_PORT|GF_SERVER_HTTP_PORT|PGADMIN_LISTEN_PORT|VIRTUAL_PORT|STREAMLIT_SERVER_PORT)$/;
const ownAddress =
  /^(?:LISTEN|LISTEN_ADDR(?:ESS)?|BIND|BIND_ADDR(?:ESS)?|ADDR|ADDRESS|HTTP_ADDR(?:ESS)?|SERVER_ADDR(?:ESS)?|WEB_BIND|GUNICORN_BIND|APP_ADDR)$/;
/** ASP.NET's own. */
const urls = /^(?:ASPNETCORE_URLS|DOTNET_URLS|URLS|ASPNETCORE__URLS)$/;
const portLists = /^(?:ASPNETCORE|DOTNET)_HTTPS?_PORTS$/;
const anyPort = /(?:^|_)(?:PORT|HTTP_ADDR|LISTEN_ADDR(?:ESS)?|BIND_ADDR(?:ESS)?|LISTEN|BIND)(?:_\d)?$/;
/** Variables that say where something else listens. */
const foreign =
  /(?:^|_)(?:DB|DATABASE|PG|POSTGRES(?:QL)?|MYSQL|MARIADB|SQL|MONGO(?:DB)?|REDIS|VALKEY|CACHE|MEMCACHED?|SMTP|MAIL(?:ER)?|EMAIL|IMAP|POP3?|RABBIT(?:MQ)?|AMQP|KAFKA|ZOOKEEPER|BROKER|QUEUE|NATS|ELASTIC(?:SEARCH)?|ES|SOLR|LDAP|MQTT|S3|PROXY|REMOTE|UPSTREAM|OTEL|JAEGER|STATSD|GRAYLOG|LOGSTASH|CONSUL|EUREKA|VAULT|FTP|SFTP|SSH|DEBUG|XDEBUG|JMX|MANAGEMENT|METRICS?|PROMETHEUS|EXPORTER|ADVERTISED|EXTERNAL|PUBLIC|HOST|PUBLISHED)_/;

export interface EnvironmentEntry {
  name: string;
  value: string | null;
  at: Location;
  certain: boolean;
  kind: 'environment' | 'ENV';
}

/** What an environment says about the service's own port. `others` are the names of the project's other services. */
export function environmentEvidence(entries: Iterable<EnvironmentEntry>, service: Service, others: readonly string[]): PortEvidence[] {
  const found: PortEvidence[] = [];
  for (const { name, value, at, certain, kind } of entries) {
    if (value === null || value === '' || value.length > 300) continue;
    const base = { kind, at, socket: null, protocol: null, address: null, program: null };
    const says = `${name} is ${value}`;
    if (urls.test(name)) {
      for (const bind of urlBinds(value, 'ASP.NET', at, certain)) {
        found.push({
          ...base,
          port: bind.port,
          socket: bind.socket,
          address: bind.address,
          protocol: bind.protocol,
          strength: name === 'URLS' ? 'declares' : 'binds',
          says,
          certain,
          program: 'ASP.NET',
        });
      }
    } else if (portLists.test(name)) {
      for (const part of value.split(/[;,\s]+/).slice(0, 20)) {
        const port = portOf(part);
        if (port !== null)
          found.push({
            ...base,
            port,
            protocol: name.includes('HTTPS') ? 'https' : 'http',
            strength: 'binds',
            says,
            certain,
            program: 'ASP.NET',
          });
      }
    } else if (isOwn(name, service)) {
      const port = portOf(value);
      if (port !== null) found.push({ ...base, port, strength: 'declares', says, certain });
      else if (ownAddress.test(name)) pushAddress(found, base, value, says, certain, 'declares');
    } else if (ownAddress.test(name)) {
      pushAddress(found, base, value, says, certain, 'declares');
    } else if (
      anyPort.test(name.toUpperCase().replaceAll('__', '_')) &&
      !foreign.test(`${name.toUpperCase()}_`.replace(/_PORT(?:_\d)?_$/, '_')) &&
      !namesOther(name, service, others)
    ) {
      const port = portOf(value);
      if (port !== null) found.push({ ...base, port, strength: 'suggests', says, certain: false });
      else pushAddress(found, base, value, says, false, 'suggests');
    }
  }
  return found;
}

function pushAddress(
  found: PortEvidence[],
  base: Pick<PortEvidence, 'kind' | 'at' | 'protocol' | 'program'>,
  value: string,
  says: string,
  certain: boolean,
  strength: PortEvidence['strength'],
): void {
  const parsed = parseAddress(value);
  if (parsed === null || (parsed.address !== null && !/^(?:0\.0\.0\.0|::|127\.0\.0\.1|localhost|::1)$/.test(parsed.address))) return;
  found.push({ ...base, ...parsed, strength, says, certain });
}

function isOwn(name: string, service: Service): boolean {
  if (ownPort.test(name)) return true;
  const own = /^(\w+)_PORT$/.exec(name.toUpperCase())?.[1];
  return own !== undefined && own === service.name.toUpperCase().replaceAll('-', '_') && !/^(?:DB|DATABASE|REDIS|POSTGRES)$/.test(own);
}

function namesOther(name: string, service: Service, others: readonly string[]): boolean {
  const upper = name.toUpperCase();
  return others.some((other) => {
    if (other === service.name) return false;
    const prefix = other.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_');
    return upper.startsWith(`${prefix}_`);
  });
}
