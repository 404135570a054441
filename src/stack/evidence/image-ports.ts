/**
 * What well-known images listen on when nothing else is said. Source of each row: the EXPOSE and default configuration in the
 * image's own Dockerfile or its page on its registry, as named in `source`.
 */
import type { PortEvidence } from '../model.ts';

export interface ImagePorts {
  /** The image's path without registry and tag; a mirror's prefix before it is tolerated. */
  image: RegExp;
  ports: readonly number[];
  protocol: PortEvidence['protocol'];
  /** Variables that move the port; a value is read as a port or an address. */
  variables?: readonly string[];
  /** A mount on one of these paths, or a command of one's own, may change the port, so that the default contradicts nothing. */
  configuration?: readonly string[];
  /** Only tags that match. */
  tag?: RegExp;
  /** Somebody else's image that is called like an official one: it may listen elsewhere, so the default contradicts nothing. */
  namesake?: true;
  source: string;
}

const library = (name: string): RegExp => new RegExp(`(?:^|/)(?:library/)?${name}$`);
const exact = (path: string): RegExp => new RegExp(`(?:^|/)${path.replaceAll('.', '\\.')}$`);

const official = 'Docker Official Image, its Dockerfile';
const vendor = "the vendor's Dockerfile";

export const imagePorts: readonly ImagePorts[] = [
  // Bitnami's images run without root, so they listen elsewhere than the official ones.
  {
    image: exact(
      'bitnami(?:legacy)?/(?:nginx|apache|wordpress|drupal|joomla|mediawiki|matomo|phpmyadmin|moodle|prestashop|opencart|magento)',
    ),
    ports: [8080, 8443],
    protocol: 'http',
    variables: [
      'NGINX_HTTP_PORT_NUMBER',
      'NGINX_HTTPS_PORT_NUMBER',
      'APACHE_HTTP_PORT_NUMBER',
      'APACHE_HTTPS_PORT_NUMBER',
      'WORDPRESS_HTTP_PORT_NUMBER',
    ],
    configuration: ['/opt/bitnami'],
    source: vendor,
  },
  {
    image: library('(?:php|wordpress|nextcloud|drupal|matomo|friendica|freshrss|monica|backdrop|joomla|phpmyadmin)'),
    tag: /fpm/,
    ports: [9000],
    protocol: 'fastcgi',
    configuration: ['/usr/local/etc'],
    source: official,
  },
  { image: exact('freshrss/freshrss'), ports: [80], protocol: 'http', variables: ['LISTEN'], source: vendor },
  {
    image: library('(?:wordpress|nextcloud|drupal|matomo|joomla|phpmyadmin|mediawiki|backdrop|friendica|monica)'),
    tag: /^(?!.*fpm)/,
    ports: [80],
    protocol: 'http',
    variables: ['APACHE_PORT'],
    configuration: ['/etc/apache2'],
    source: official,
  },
  { image: library('php'), tag: /apache/, ports: [80], protocol: 'http', configuration: ['/etc/apache2'], source: official },
  { image: exact('pimcore/pimcore'), ports: [9000], protocol: 'fastcgi', configuration: ['/usr/local/etc'], source: vendor },
  {
    image: exact('bitnami(?:legacy)?/php-fpm'),
    ports: [9000],
    protocol: 'fastcgi',
    configuration: ['/opt/bitnami/php/etc'],
    source: vendor,
  },
  {
    image: /(?:^|\/)[\w.-]*(?:php-?fpm|fpm-php)[\w.-]*$/,
    ports: [9000],
    protocol: 'fastcgi',
    configuration: ['/usr/local/etc', '/etc/php', '/etc/php8'],
    source: "php-fpm's default pool: listen = 9000",
  },
  { image: library('httpd'), ports: [80], protocol: 'http', configuration: ['/usr/local/apache2/conf'], source: official },
  {
    image: library('(?:nginx|openresty)'),
    ports: [80],
    protocol: 'http',
    configuration: ['/etc/nginx', '/usr/local/openresty'],
    source: official,
  },
  {
    image: exact('openresty/openresty'),
    ports: [80],
    protocol: 'http',
    configuration: ['/etc/nginx', '/usr/local/openresty'],
    source: vendor,
  },
  { image: exact('nginxinc/nginx-unprivileged'), ports: [8080], protocol: 'http', configuration: ['/etc/nginx'], source: vendor },
  { image: library('caddy'), ports: [80, 443, 2019], protocol: 'http', configuration: ['/etc/caddy'], source: official },
  {
    image: library('traefik'),
    ports: [80, 443, 8080],
    protocol: 'http',
    configuration: ['/etc/traefik', '/traefik.yml', '/traefik.toml'],
    source: official,
  },
  { image: library('haproxy'), ports: [], protocol: 'tcp', configuration: ['/usr/local/etc/haproxy'], source: official },
  { image: library('varnish'), ports: [80, 8443], protocol: 'http', variables: ['VARNISH_HTTP_PORT'], source: official },
  { image: library('tomcat'), ports: [8080], protocol: 'http', configuration: ['/usr/local/tomcat/conf'], source: official },
  { image: library('jetty'), ports: [8080, 8443], protocol: 'http', configuration: ['/var/lib/jetty'], source: official },
  { image: library('ghost'), ports: [2368], protocol: 'http', variables: ['server__port'], source: official },
  { image: library('redmine'), ports: [3000], protocol: 'http', source: official },
  { image: library('odoo'), ports: [8069, 8071, 8072], protocol: 'http', configuration: ['/etc/odoo'], source: official },
  { image: library('sonarqube'), ports: [9000], protocol: 'http', variables: ['SONAR_WEB_PORT'], source: official },
  { image: library('adminer'), tag: /^(?!.*fastcgi)/, ports: [8080], protocol: 'http', source: official },
  { image: library('adminer'), tag: /fastcgi/, ports: [9000], protocol: 'fastcgi', source: official },
  { image: library('mongo-express'), ports: [8081], protocol: 'http', variables: ['PORT', 'VCAP_APP_PORT'], source: official },
  {
    image: library('registry'),
    ports: [5000],
    protocol: 'http',
    variables: ['REGISTRY_HTTP_ADDR'],
    configuration: ['/etc/docker/registry', '/etc/distribution'],
    source: official,
  },
  {
    image: library('kibana'),
    ports: [5601],
    protocol: 'http',
    variables: ['SERVER_PORT'],
    configuration: ['/usr/share/kibana/config'],
    source: official,
  },
  {
    image: exact('kibana/kibana'),
    ports: [5601],
    protocol: 'http',
    variables: ['SERVER_PORT'],
    configuration: ['/usr/share/kibana/config'],
    source: vendor,
  },
  {
    image: library('elasticsearch'),
    ports: [9200, 9300],
    protocol: 'http',
    variables: ['http.port'],
    configuration: ['/usr/share/elasticsearch/config'],
    source: official,
  },
  {
    image: exact('elasticsearch/elasticsearch'),
    ports: [9200, 9300],
    protocol: 'http',
    variables: ['http.port'],
    configuration: ['/usr/share/elasticsearch/config'],
    source: vendor,
  },
  {
    image: exact('opensearchproject/opensearch'),
    ports: [9200, 9300, 9600],
    protocol: 'http',
    configuration: ['/usr/share/opensearch/config'],
    source: vendor,
  },
  {
    image: exact('opensearchproject/opensearch-dashboards'),
    ports: [5601],
    protocol: 'http',
    configuration: ['/usr/share/opensearch-dashboards/config'],
    source: vendor,
  },
  { image: library('solr'), ports: [8983], protocol: 'http', variables: ['SOLR_PORT'], source: official },
  {
    image: library('influxdb'),
    ports: [8086],
    protocol: 'http',
    variables: ['INFLUXD_HTTP_BIND_ADDRESS', 'INFLUXDB_HTTP_BIND_ADDRESS'],
    configuration: ['/etc/influxdb', '/etc/influxdb2'],
    source: official,
  },
  { image: library('chronograf'), ports: [8888], protocol: 'http', source: official },
  {
    image: library('neo4j'),
    ports: [7474, 7473, 7687],
    protocol: 'http',
    variables: ['NEO4J_server_http_listen__address', 'NEO4J_dbms_connector_http_listen__address'],
    configuration: ['/conf', '/var/lib/neo4j/conf'],
    source: official,
  },
  { image: library('couchdb'), ports: [5984], protocol: 'http', configuration: ['/opt/couchdb/etc'], source: official },
  {
    image: library('rabbitmq'),
    ports: [5672, 5671, 15672, 15671, 15692, 25672, 4369, 61613, 1883, 15674, 15675],
    protocol: 'tcp',
    configuration: ['/etc/rabbitmq'],
    source: official,
  },
  {
    image: library('(?:postgres|postgis)'),
    ports: [5432],
    protocol: 'tcp',
    variables: ['PGPORT'],
    configuration: ['/etc/postgresql'],
    source: official,
  },
  {
    image: exact(
      '(?:postgis/postgis|mdillon/postgis|timescale/timescaledb|timescale/timescaledb-ha|pgvector/pgvector|debezium/postgres|pgautoupgrade/pgautoupgrade|supabase/postgres)',
    ),
    ports: [5432],
    protocol: 'tcp',
    variables: ['PGPORT'],
    source: vendor,
  },
  {
    image: library('(?:mysql|mariadb|percona)'),
    ports: [3306, 33060],
    protocol: 'tcp',
    variables: ['MYSQL_TCP_PORT'],
    configuration: ['/etc/mysql', '/etc/my.cnf', '/etc/my.cnf.d'],
    source: official,
  },
  { image: library('mongo'), ports: [27017], protocol: 'tcp', configuration: ['/etc/mongo', '/etc/mongod.conf'], source: official },
  {
    image: library('(?:redis|valkey)'),
    ports: [6379],
    protocol: 'tcp',
    configuration: ['/usr/local/etc/redis', '/etc/redis'],
    source: official,
  },
  { image: exact('(?:valkey/valkey|redis/redis-stack-server)'), ports: [6379], protocol: 'tcp', source: vendor },
  { image: exact('redis/redis-stack'), ports: [6379, 8001], protocol: 'tcp', source: vendor },
  { image: library('memcached'), ports: [11211], protocol: 'tcp', source: official },
  {
    image: library('nats'),
    ports: [4222, 8222, 6222],
    protocol: 'tcp',
    configuration: ['/etc/nats', '/nats-server.conf'],
    source: official,
  },
  { image: library('eclipse-mosquitto'), ports: [1883], protocol: 'tcp', configuration: ['/mosquitto'], source: official },
  { image: library('(?:cassandra)'), ports: [9042, 7000, 7001, 7199, 9160], protocol: 'tcp', source: official },
  { image: library('zookeeper'), ports: [2181, 2888, 3888, 8080], protocol: 'tcp', source: official },
  {
    image: library('consul'),
    ports: [8500, 8600, 8300, 8301, 8302],
    protocol: 'http',
    configuration: ['/consul/config'],
    source: official,
  },
  {
    image: exact('hashicorp/consul'),
    ports: [8500, 8600, 8300, 8301, 8302],
    protocol: 'http',
    configuration: ['/consul/config'],
    source: vendor,
  },
  {
    image: library('vault'),
    ports: [8200],
    protocol: 'http',
    variables: ['VAULT_DEV_LISTEN_ADDRESS', 'VAULT_LOCAL_CONFIG'],
    configuration: ['/vault/config'],
    source: official,
  },
  {
    image: exact('hashicorp/vault'),
    ports: [8200],
    protocol: 'http',
    variables: ['VAULT_DEV_LISTEN_ADDRESS', 'VAULT_LOCAL_CONFIG'],
    configuration: ['/vault/config'],
    source: vendor,
  },
  {
    image: exact('clickhouse/clickhouse-server'),
    ports: [8123, 9000, 9009],
    protocol: 'http',
    configuration: ['/etc/clickhouse-server'],
    source: vendor,
  },
  { image: exact('dpage/pgadmin4'), ports: [80, 443], protocol: 'http', variables: ['PGADMIN_LISTEN_PORT'], source: vendor },
  {
    image: exact('grafana/grafana(?:-enterprise|-oss)?'),
    ports: [3000],
    protocol: 'http',
    variables: ['GF_SERVER_HTTP_PORT', 'GF_PATHS_CONFIG', 'GF_SERVER_HTTP_PORT__FILE'],
    configuration: ['/etc/grafana/grafana.ini'],
    source: vendor,
  },
  { image: exact('grafana/loki'), ports: [3100, 9095], protocol: 'http', configuration: ['/etc/loki'], source: vendor },
  { image: exact('grafana/tempo'), ports: [3200, 4317, 4318], protocol: 'http', configuration: ['/etc/tempo'], source: vendor },
  { image: exact('prom/prometheus'), ports: [9090], protocol: 'http', source: vendor },
  { image: exact('prom/alertmanager'), ports: [9093, 9094], protocol: 'http', source: vendor },
  { image: exact('prom/pushgateway'), ports: [9091], protocol: 'http', source: vendor },
  { image: exact('prom/node-exporter'), ports: [9100], protocol: 'http', source: vendor },
  { image: exact('prom/blackbox-exporter'), ports: [9115], protocol: 'http', source: vendor },
  { image: exact('nginx/nginx-prometheus-exporter'), ports: [9113], protocol: 'http', source: vendor },
  { image: /(?:^|\/)cadvisor(?:\/cadvisor)?$/, ports: [8080], protocol: 'http', source: vendor },
  {
    image: exact('jaegertracing/all-in-one'),
    ports: [16686, 14268, 14250, 14269, 4317, 4318, 5778, 9411],
    protocol: 'http',
    source: vendor,
  },
  { image: exact('openzipkin/zipkin'), ports: [9411], protocol: 'http', variables: ['QUERY_PORT'], source: vendor },
  {
    image: exact('minio/minio'),
    ports: [9000],
    protocol: 'http',
    variables: ['MINIO_ADDRESS', 'MINIO_CONSOLE_ADDRESS'],
    configuration: ['/etc/default/minio'],
    source: vendor,
  },
  { image: exact('swaggerapi/swagger-ui'), ports: [8080], protocol: 'http', variables: ['PORT'], source: vendor },
  { image: exact('swaggerapi/swagger-editor'), ports: [8080], protocol: 'http', variables: ['PORT'], source: vendor },
  { image: exact('provectuslabs/kafka-ui'), ports: [8080], protocol: 'http', variables: ['SERVER_PORT'], source: vendor },
  { image: exact('tchiotludo/akhq'), ports: [8080, 28081], protocol: 'http', variables: ['MICRONAUT_SERVER_PORT'], source: vendor },
  {
    image: exact('keycloak/keycloak'),
    ports: [8080, 8443, 9000],
    protocol: 'http',
    variables: ['KC_HTTP_PORT', 'KC_HTTPS_PORT'],
    source: vendor,
  },
  { image: exact('jboss/keycloak'), ports: [8080, 8443, 9990], protocol: 'http', variables: ['JBOSS_HTTP_PORT'], source: vendor },
  { image: exact('jenkins/jenkins'), ports: [8080, 50000], protocol: 'http', variables: ['JENKINS_OPTS'], source: vendor },
  {
    image: exact('gitea/gitea'),
    ports: [3000, 22],
    protocol: 'http',
    variables: ['HTTP_PORT', 'GITEA__server__HTTP_PORT'],
    source: vendor,
  },
  {
    image: exact('forgejo/forgejo'),
    ports: [3000, 22],
    protocol: 'http',
    variables: ['HTTP_PORT', 'FORGEJO__server__HTTP_PORT'],
    source: vendor,
  },
  {
    image: exact('gitlab/gitlab-(?:ce|ee)'),
    ports: [80, 443, 22],
    protocol: 'http',
    variables: ['GITLAB_OMNIBUS_CONFIG'],
    configuration: ['/etc/gitlab'],
    source: vendor,
  },
  { image: exact('portainer/portainer(?:-ce|-ee)?'), ports: [9000, 9443, 8000], protocol: 'http', source: vendor },
  { image: exact('metabase/metabase'), ports: [3000], protocol: 'http', variables: ['MB_JETTY_PORT'], source: vendor },
  { image: exact('apache/superset'), ports: [8088], protocol: 'http', variables: ['SUPERSET_PORT'], source: vendor },
  {
    image: exact('apache/airflow'),
    ports: [8080],
    protocol: 'http',
    variables: ['AIRFLOW__WEBSERVER__WEB_SERVER_PORT', 'AIRFLOW__API__PORT'],
    source: vendor,
  },
  { image: exact('n8nio/n8n'), ports: [5678], protocol: 'http', variables: ['N8N_PORT'], source: vendor },
  { image: exact('nodered/node-red'), ports: [1880], protocol: 'http', variables: ['PORT'], configuration: ['/data'], source: vendor },
  { image: exact('directus/directus'), ports: [8055], protocol: 'http', variables: ['PORT'], source: vendor },
  { image: exact('hasura/graphql-engine'), ports: [8080], protocol: 'http', variables: ['HASURA_GRAPHQL_SERVER_PORT'], source: vendor },
  { image: exact('postgrest/postgrest'), ports: [3000, 3001], protocol: 'http', variables: ['PGRST_SERVER_PORT'], source: vendor },
  { image: exact('louislam/uptime-kuma'), ports: [3001], protocol: 'http', variables: ['UPTIME_KUMA_PORT', 'PORT'], source: vendor },
  { image: exact('vaultwarden/server'), ports: [80, 3012], protocol: 'http', variables: ['ROCKET_PORT'], source: vendor },
  { image: exact('home-assistant/home-assistant'), ports: [8123], protocol: 'http', configuration: ['/config'], source: vendor },
  { image: exact('jellyfin/jellyfin'), ports: [8096, 8920], protocol: 'http', source: vendor },
  { image: exact('etherpad/etherpad'), ports: [9001], protocol: 'http', variables: ['PORT'], source: vendor },
  {
    image: exact('axllent/mailpit'),
    ports: [1025, 8025],
    protocol: 'http',
    variables: ['MP_UI_BIND_ADDR', 'MP_SMTP_BIND_ADDR'],
    source: vendor,
  },
  { image: exact('mailhog/mailhog'), ports: [1025, 8025], protocol: 'http', variables: ['MH_UI_BIND_ADDR'], source: vendor },
  { image: exact('maildev/maildev'), ports: [1080, 1025], protocol: 'http', variables: ['MAILDEV_WEB_PORT'], source: vendor },
  { image: exact('sj26/mailcatcher'), ports: [1080, 1025], protocol: 'http', source: vendor },
  { image: exact('mher/flower'), ports: [5555], protocol: 'http', variables: ['FLOWER_PORT'], source: vendor },
  { image: exact('datalust/seq'), ports: [80, 5341, 443], protocol: 'http', source: vendor },
  {
    image: exact('oauth2-proxy/oauth2-proxy'),
    ports: [4180, 4443],
    protocol: 'http',
    variables: ['OAUTH2_PROXY_HTTP_ADDRESS'],
    configuration: ['/etc/oauth2-proxy', '/oauth2-proxy.cfg'],
    source: vendor,
  },
  {
    image: exact('qdrant/qdrant'),
    ports: [6333, 6334, 6335],
    protocol: 'http',
    variables: ['QDRANT__SERVICE__HTTP_PORT'],
    configuration: ['/qdrant/config'],
    source: vendor,
  },
  { image: exact('ollama/ollama'), ports: [11434], protocol: 'http', variables: ['OLLAMA_HOST'], source: vendor },
  { image: exact('open-webui/open-webui'), ports: [8080], protocol: 'http', variables: ['PORT'], source: vendor },
  { image: exact('getmeili/meilisearch'), ports: [7700], protocol: 'http', variables: ['MEILI_HTTP_ADDR'], source: vendor },
  { image: exact('typesense/typesense'), ports: [8108], protocol: 'http', variables: ['TYPESENSE_API_PORT'], source: vendor },
  {
    image: exact('confluentinc/cp-schema-registry'),
    ports: [8081],
    protocol: 'http',
    variables: ['SCHEMA_REGISTRY_LISTENERS'],
    source: vendor,
  },
  { image: exact('dessalines/lemmy-ui'), ports: [1234], protocol: 'http', variables: ['LEMMY_UI_HOST'], source: vendor },
  { image: exact('taigaio/taiga-back'), ports: [8000], protocol: 'http', source: vendor },
  { image: exact('taigaio/taiga-front'), ports: [80], protocol: 'http', source: vendor },
  { image: exact('taigaio/taiga-protected'), ports: [8003], protocol: 'http', source: vendor },
  { image: exact('taigaio/taiga-events'), ports: [8888], protocol: 'http', source: vendor },
  { image: exact('mailu/admin'), ports: [80, 8080], protocol: 'http', source: vendor },
  { image: exact('linuxserver/phpmyadmin'), ports: [80, 443], protocol: 'http', source: vendor },
  // Its frontend is an nginx with the built pages.
  {
    image: exact('doccano/doccano'),
    tag: /^(?:frontend|nginx)/,
    ports: [8080],
    protocol: 'http',
    configuration: ['/etc/nginx'],
    source: vendor,
  },
  { image: exact('doccano/doccano'), ports: [8000], protocol: 'http', variables: ['PORT'], source: vendor },
  { image: exact('collabora/code'), ports: [9980], protocol: 'http', source: vendor },
  { image: exact('onlyoffice/documentserver'), ports: [80, 443], protocol: 'http', source: vendor },
  { image: exact('gotenberg/gotenberg'), ports: [3000], protocol: 'http', variables: ['API_PORT'], source: vendor },
  { image: exact('(?:imgproxy|darthsim)/imgproxy'), ports: [8080], protocol: 'http', variables: ['IMGPROXY_BIND'], source: vendor },
  { image: exact('dunglas/mercure'), ports: [80, 443], protocol: 'http', variables: ['SERVER_NAME'], source: vendor },
  { image: exact('soketi/soketi'), ports: [6001, 9601], protocol: 'http', variables: ['SOKETI_PORT'], source: vendor },
  { image: exact('centrifugo/centrifugo'), ports: [8000], protocol: 'http', variables: ['CENTRIFUGO_PORT'], source: vendor },
  { image: exact('thecodingmachine/php'), tag: /fpm/, ports: [9000], protocol: 'fastcgi', source: vendor },
  { image: exact('thecodingmachine/php'), tag: /apache/, ports: [80], protocol: 'http', source: vendor },
  { image: exact('techarohq/anubis'), ports: [8923, 9090], protocol: 'http', variables: ['BIND', 'METRICS_BIND'], source: vendor },
  {
    image: exact('tiangolo/uvicorn-gunicorn(?:-fastapi|-starlette)?'),
    ports: [80],
    protocol: 'http',
    variables: ['PORT', 'BIND'],
    source: vendor,
  },
  { image: exact('tiangolo/uwsgi-nginx(?:-flask)?'), ports: [80], protocol: 'http', variables: ['LISTEN_PORT'], source: vendor },
];

/** The row for an image reference, or null. A reference with variables in it is no known image. */
export function knownImagePorts(reference: string | null): ImagePorts | null {
  if (reference === null || /[$\s]/.test(reference)) return null;
  const bare = reference.replace(/@.*$/, '');
  const slash = bare.lastIndexOf('/');
  const colon = bare.indexOf(':', slash + 1);
  const path = (colon === -1 ? bare : bare.slice(0, colon)).toLowerCase();
  const tag = colon === -1 ? 'latest' : bare.slice(colon + 1);
  const row = imagePorts.find((candidate) => candidate.image.test(path) && (candidate.tag === undefined || candidate.tag.test(tag)));
  if (row === undefined) return null;
  return row.source === official && !isOfficial(path) ? { ...row, namesake: true } : row;
}

/** `wordpress`, `library/wordpress` and a mirror's `registry.example/dockerhub/library/wordpress`, but not `acme/wordpress`. */
function isOfficial(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  const registry = /[.:]|^localhost$/.test(folders[0] ?? '') ? folders.shift() : undefined;
  return (
    folders.every((folder) => /^library$|mirror|prox|cache|docker|hub/.test(folder)) && !/^(?:lscr|ghcr|quay)\.io$/.test(registry ?? '')
  );
}
