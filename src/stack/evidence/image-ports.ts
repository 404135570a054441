/**
 * What well-known images listen on when nothing else is said. Source of each row: the EXPOSE and default configuration in the
 * image's own Dockerfile or its page on its registry, whose address `source` gives.
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

/** Patterns of Docker Official Images, which anybody may publish a namesake of. */
const ofLibrary = new Set<RegExp>();
function library(name: string): RegExp {
  const pattern = new RegExp(`(?:^|/)(?:library/)?${name}$`);
  ofLibrary.add(pattern);
  return pattern;
}
const exact = (path: string): RegExp => new RegExp(`(?:^|/)${path.replaceAll('.', '\\.')}$`);

/** Pages of Docker Official Images; each links the Dockerfile that EXPOSEs the port. */
const officialImage = (...names: string[]): string => names.map((name) => `https://hub.docker.com/_/${name}`).join(' ');
/** Pages of images on Docker Hub that their makers publish. */
const hub = (...names: string[]): string => names.map((name) => `https://hub.docker.com/r/${name}`).join(' ');
/** What the PHP applications among the official images are built on: FPM on 9000, Apache on 80. */
const phpTemplate = 'https://github.com/docker-library/php/blob/master/Dockerfile-linux.template';

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
    source: 'https://github.com/bitnami/containers/tree/main/bitnami',
  },
  {
    image: library('(?:php|wordpress|nextcloud|drupal|matomo|friendica|freshrss|monica|backdrop|joomla|phpmyadmin)'),
    tag: /fpm/,
    ports: [9000],
    protocol: 'fastcgi',
    configuration: ['/usr/local/etc'],
    source: phpTemplate,
  },
  { image: exact('freshrss/freshrss'), ports: [80], protocol: 'http', variables: ['LISTEN'], source: hub('freshrss/freshrss') },
  {
    image: library('(?:wordpress|nextcloud|drupal|matomo|joomla|phpmyadmin|mediawiki|backdrop|friendica|monica)'),
    tag: /^(?!.*fpm)/,
    ports: [80],
    protocol: 'http',
    variables: ['APACHE_PORT'],
    configuration: ['/etc/apache2'],
    source: phpTemplate,
  },
  { image: library('php'), tag: /apache/, ports: [80], protocol: 'http', configuration: ['/etc/apache2'], source: officialImage('php') },
  {
    image: exact('pimcore/pimcore'),
    ports: [9000],
    protocol: 'fastcgi',
    configuration: ['/usr/local/etc'],
    source: hub('pimcore/pimcore'),
  },
  {
    image: exact('bitnami(?:legacy)?/php-fpm'),
    ports: [9000],
    protocol: 'fastcgi',
    configuration: ['/opt/bitnami/php/etc'],
    source: 'https://github.com/bitnami/containers/tree/main/bitnami/php-fpm',
  },
  {
    image: /(?:^|\/)[\w.-]*(?:php-?fpm|fpm-php)[\w.-]*$/,
    ports: [9000],
    protocol: 'fastcgi',
    configuration: ['/usr/local/etc', '/etc/php', '/etc/php8'],
    source: 'https://github.com/php/php-src/blob/master/sapi/fpm/www.conf.in',
  },
  { image: library('httpd'), ports: [80], protocol: 'http', configuration: ['/usr/local/apache2/conf'], source: officialImage('httpd') },
  {
    image: library('(?:nginx|openresty)'),
    ports: [80],
    protocol: 'http',
    configuration: ['/etc/nginx', '/usr/local/openresty'],
    source: `${officialImage('nginx')} ${hub('openresty/openresty')}`,
  },
  {
    image: exact('openresty/openresty'),
    ports: [80],
    protocol: 'http',
    configuration: ['/etc/nginx', '/usr/local/openresty'],
    source: hub('openresty/openresty'),
  },
  {
    image: exact('nginxinc/nginx-unprivileged'),
    ports: [8080],
    protocol: 'http',
    configuration: ['/etc/nginx'],
    source: hub('nginxinc/nginx-unprivileged'),
  },
  { image: library('caddy'), ports: [80, 443, 2019], protocol: 'http', configuration: ['/etc/caddy'], source: officialImage('caddy') },
  {
    image: library('traefik'),
    ports: [80, 443, 8080],
    protocol: 'http',
    configuration: ['/etc/traefik', '/traefik.yml', '/traefik.toml'],
    source: officialImage('traefik'),
  },
  { image: library('haproxy'), ports: [], protocol: 'tcp', configuration: ['/usr/local/etc/haproxy'], source: officialImage('haproxy') },
  { image: library('varnish'), ports: [80, 8443], protocol: 'http', variables: ['VARNISH_HTTP_PORT'], source: officialImage('varnish') },
  { image: library('tomcat'), ports: [8080], protocol: 'http', configuration: ['/usr/local/tomcat/conf'], source: officialImage('tomcat') },
  { image: library('jetty'), ports: [8080, 8443], protocol: 'http', configuration: ['/var/lib/jetty'], source: officialImage('jetty') },
  { image: library('ghost'), ports: [2368], protocol: 'http', variables: ['server__port'], source: officialImage('ghost') },
  { image: library('redmine'), ports: [3000], protocol: 'http', source: officialImage('redmine') },
  { image: library('odoo'), ports: [8069, 8071, 8072], protocol: 'http', configuration: ['/etc/odoo'], source: officialImage('odoo') },
  { image: library('sonarqube'), ports: [9000], protocol: 'http', variables: ['SONAR_WEB_PORT'], source: officialImage('sonarqube') },
  { image: library('adminer'), tag: /^(?!.*fastcgi)/, ports: [8080], protocol: 'http', source: officialImage('adminer') },
  { image: library('adminer'), tag: /fastcgi/, ports: [9000], protocol: 'fastcgi', source: officialImage('adminer') },
  {
    image: library('mongo-express'),
    ports: [8081],
    protocol: 'http',
    variables: ['PORT', 'VCAP_APP_PORT'],
    source: officialImage('mongo-express'),
  },
  {
    image: library('registry'),
    ports: [5000],
    protocol: 'http',
    variables: ['REGISTRY_HTTP_ADDR'],
    configuration: ['/etc/docker/registry', '/etc/distribution'],
    source: officialImage('registry'),
  },
  {
    image: library('kibana'),
    ports: [5601],
    protocol: 'http',
    variables: ['SERVER_PORT'],
    configuration: ['/usr/share/kibana/config'],
    source: officialImage('kibana'),
  },
  {
    image: exact('kibana/kibana'),
    ports: [5601],
    protocol: 'http',
    variables: ['SERVER_PORT'],
    configuration: ['/usr/share/kibana/config'],
    source: 'https://www.docker.elastic.co/r/kibana',
  },
  {
    image: library('elasticsearch'),
    ports: [9200, 9300],
    protocol: 'http',
    variables: ['http.port'],
    configuration: ['/usr/share/elasticsearch/config'],
    source: officialImage('elasticsearch'),
  },
  {
    image: exact('elasticsearch/elasticsearch'),
    ports: [9200, 9300],
    protocol: 'http',
    variables: ['http.port'],
    configuration: ['/usr/share/elasticsearch/config'],
    source: 'https://www.docker.elastic.co/r/elasticsearch',
  },
  {
    image: exact('opensearchproject/opensearch'),
    ports: [9200, 9300, 9600],
    protocol: 'http',
    configuration: ['/usr/share/opensearch/config'],
    source: hub('opensearchproject/opensearch'),
  },
  {
    image: exact('opensearchproject/opensearch-dashboards'),
    ports: [5601],
    protocol: 'http',
    configuration: ['/usr/share/opensearch-dashboards/config'],
    source: hub('opensearchproject/opensearch-dashboards'),
  },
  { image: library('solr'), ports: [8983], protocol: 'http', variables: ['SOLR_PORT'], source: officialImage('solr') },
  {
    image: library('influxdb'),
    ports: [8086],
    protocol: 'http',
    variables: ['INFLUXD_HTTP_BIND_ADDRESS', 'INFLUXDB_HTTP_BIND_ADDRESS'],
    configuration: ['/etc/influxdb', '/etc/influxdb2'],
    source: officialImage('influxdb'),
  },
  { image: library('chronograf'), ports: [8888], protocol: 'http', source: officialImage('chronograf') },
  {
    image: library('neo4j'),
    ports: [7474, 7473, 7687],
    protocol: 'http',
    variables: ['NEO4J_server_http_listen__address', 'NEO4J_dbms_connector_http_listen__address'],
    configuration: ['/conf', '/var/lib/neo4j/conf'],
    source: officialImage('neo4j'),
  },
  { image: library('couchdb'), ports: [5984], protocol: 'http', configuration: ['/opt/couchdb/etc'], source: officialImage('couchdb') },
  {
    image: library('rabbitmq'),
    ports: [5672, 5671, 15672, 15671, 15692, 25672, 4369, 61613, 1883, 15674, 15675],
    protocol: 'tcp',
    configuration: ['/etc/rabbitmq'],
    source: officialImage('rabbitmq'),
  },
  {
    image: library('(?:postgres|postgis)'),
    ports: [5432],
    protocol: 'tcp',
    variables: ['PGPORT'],
    configuration: ['/etc/postgresql'],
    source: `${officialImage('postgres')} ${hub('postgis/postgis')}`,
  },
  {
    image: exact(
      '(?:postgis/postgis|mdillon/postgis|timescale/timescaledb|timescale/timescaledb-ha|pgvector/pgvector|debezium/postgres|pgautoupgrade/pgautoupgrade|supabase/postgres)',
    ),
    ports: [5432],
    protocol: 'tcp',
    variables: ['PGPORT'],
    source: hub(
      'postgis/postgis',
      'mdillon/postgis',
      'timescale/timescaledb',
      'timescale/timescaledb-ha',
      'pgvector/pgvector',
      'debezium/postgres',
      'pgautoupgrade/pgautoupgrade',
      'supabase/postgres',
    ),
  },
  {
    image: library('(?:mysql|mariadb|percona)'),
    ports: [3306, 33060],
    protocol: 'tcp',
    variables: ['MYSQL_TCP_PORT'],
    configuration: ['/etc/mysql', '/etc/my.cnf', '/etc/my.cnf.d'],
    source: officialImage('mysql', 'mariadb', 'percona'),
  },
  {
    image: library('mongo'),
    ports: [27017],
    protocol: 'tcp',
    configuration: ['/etc/mongo', '/etc/mongod.conf'],
    source: officialImage('mongo'),
  },
  {
    image: library('(?:redis|valkey)'),
    ports: [6379],
    protocol: 'tcp',
    configuration: ['/usr/local/etc/redis', '/etc/redis'],
    source: officialImage('redis', 'valkey'),
  },
  {
    image: exact('(?:valkey/valkey|redis/redis-stack-server)'),
    ports: [6379],
    protocol: 'tcp',
    source: hub('valkey/valkey', 'redis/redis-stack-server'),
  },
  { image: exact('redis/redis-stack'), ports: [6379, 8001], protocol: 'tcp', source: hub('redis/redis-stack') },
  { image: library('memcached'), ports: [11211], protocol: 'tcp', source: officialImage('memcached') },
  {
    image: library('nats'),
    ports: [4222, 8222, 6222],
    protocol: 'tcp',
    configuration: ['/etc/nats', '/nats-server.conf'],
    source: officialImage('nats'),
  },
  {
    image: library('eclipse-mosquitto'),
    ports: [1883],
    protocol: 'tcp',
    configuration: ['/mosquitto'],
    source: officialImage('eclipse-mosquitto'),
  },
  { image: library('(?:cassandra)'), ports: [9042, 7000, 7001, 7199, 9160], protocol: 'tcp', source: officialImage('cassandra') },
  { image: library('zookeeper'), ports: [2181, 2888, 3888, 8080], protocol: 'tcp', source: officialImage('zookeeper') },
  {
    image: library('consul'),
    ports: [8500, 8600, 8300, 8301, 8302],
    protocol: 'http',
    configuration: ['/consul/config'],
    source: officialImage('consul'),
  },
  {
    image: exact('hashicorp/consul'),
    ports: [8500, 8600, 8300, 8301, 8302],
    protocol: 'http',
    configuration: ['/consul/config'],
    source: hub('hashicorp/consul'),
  },
  {
    image: library('vault'),
    ports: [8200],
    protocol: 'http',
    variables: ['VAULT_DEV_LISTEN_ADDRESS', 'VAULT_LOCAL_CONFIG'],
    configuration: ['/vault/config'],
    source: officialImage('vault'),
  },
  {
    image: exact('hashicorp/vault'),
    ports: [8200],
    protocol: 'http',
    variables: ['VAULT_DEV_LISTEN_ADDRESS', 'VAULT_LOCAL_CONFIG'],
    configuration: ['/vault/config'],
    source: hub('hashicorp/vault'),
  },
  {
    image: exact('clickhouse/clickhouse-server'),
    ports: [8123, 9000, 9009],
    protocol: 'http',
    configuration: ['/etc/clickhouse-server'],
    source: hub('clickhouse/clickhouse-server'),
  },
  { image: exact('dpage/pgadmin4'), ports: [80, 443], protocol: 'http', variables: ['PGADMIN_LISTEN_PORT'], source: hub('dpage/pgadmin4') },
  {
    image: exact('grafana/grafana(?:-enterprise|-oss)?'),
    ports: [3000],
    protocol: 'http',
    variables: ['GF_SERVER_HTTP_PORT', 'GF_PATHS_CONFIG', 'GF_SERVER_HTTP_PORT__FILE'],
    configuration: ['/etc/grafana/grafana.ini'],
    source: hub('grafana/grafana'),
  },
  { image: exact('grafana/loki'), ports: [3100, 9095], protocol: 'http', configuration: ['/etc/loki'], source: hub('grafana/loki') },
  {
    image: exact('grafana/tempo'),
    ports: [3200, 4317, 4318],
    protocol: 'http',
    configuration: ['/etc/tempo'],
    source: hub('grafana/tempo'),
  },
  { image: exact('prom/prometheus'), ports: [9090], protocol: 'http', source: hub('prom/prometheus') },
  { image: exact('prom/alertmanager'), ports: [9093, 9094], protocol: 'http', source: hub('prom/alertmanager') },
  { image: exact('prom/pushgateway'), ports: [9091], protocol: 'http', source: hub('prom/pushgateway') },
  { image: exact('prom/node-exporter'), ports: [9100], protocol: 'http', source: hub('prom/node-exporter') },
  { image: exact('prom/blackbox-exporter'), ports: [9115], protocol: 'http', source: hub('prom/blackbox-exporter') },
  { image: exact('nginx/nginx-prometheus-exporter'), ports: [9113], protocol: 'http', source: hub('nginx/nginx-prometheus-exporter') },
  {
    image: /(?:^|\/)cadvisor(?:\/cadvisor)?$/,
    ports: [8080],
    protocol: 'http',
    source: 'https://github.com/google/cadvisor/blob/master/deploy/Dockerfile',
  },
  {
    image: exact('jaegertracing/all-in-one'),
    ports: [16686, 14268, 14250, 14269, 4317, 4318, 5778, 9411],
    protocol: 'http',
    source: hub('jaegertracing/all-in-one'),
  },
  { image: exact('openzipkin/zipkin'), ports: [9411], protocol: 'http', variables: ['QUERY_PORT'], source: hub('openzipkin/zipkin') },
  {
    image: exact('minio/minio'),
    ports: [9000],
    protocol: 'http',
    variables: ['MINIO_ADDRESS', 'MINIO_CONSOLE_ADDRESS'],
    configuration: ['/etc/default/minio'],
    source: hub('minio/minio'),
  },
  { image: exact('swaggerapi/swagger-ui'), ports: [8080], protocol: 'http', variables: ['PORT'], source: hub('swaggerapi/swagger-ui') },
  {
    image: exact('swaggerapi/swagger-editor'),
    ports: [8080],
    protocol: 'http',
    variables: ['PORT'],
    source: hub('swaggerapi/swagger-editor'),
  },
  {
    image: exact('provectuslabs/kafka-ui'),
    ports: [8080],
    protocol: 'http',
    variables: ['SERVER_PORT'],
    source: hub('provectuslabs/kafka-ui'),
  },
  {
    image: exact('tchiotludo/akhq'),
    ports: [8080, 28081],
    protocol: 'http',
    variables: ['MICRONAUT_SERVER_PORT'],
    source: hub('tchiotludo/akhq'),
  },
  {
    image: exact('keycloak/keycloak'),
    ports: [8080, 8443, 9000],
    protocol: 'http',
    variables: ['KC_HTTP_PORT', 'KC_HTTPS_PORT'],
    source: 'https://quay.io/repository/keycloak/keycloak https://www.keycloak.org/server/containers',
  },
  {
    image: exact('jboss/keycloak'),
    ports: [8080, 8443, 9990],
    protocol: 'http',
    variables: ['JBOSS_HTTP_PORT'],
    source: hub('jboss/keycloak'),
  },
  { image: exact('jenkins/jenkins'), ports: [8080, 50000], protocol: 'http', variables: ['JENKINS_OPTS'], source: hub('jenkins/jenkins') },
  {
    image: exact('gitea/gitea'),
    ports: [3000, 22],
    protocol: 'http',
    variables: ['HTTP_PORT', 'GITEA__server__HTTP_PORT'],
    source: 'https://github.com/go-gitea/gitea/blob/main/Dockerfile',
  },
  {
    image: exact('forgejo/forgejo'),
    ports: [3000, 22],
    protocol: 'http',
    variables: ['HTTP_PORT', 'FORGEJO__server__HTTP_PORT'],
    source: 'https://codeberg.org/forgejo/forgejo/src/branch/forgejo/Dockerfile',
  },
  {
    image: exact('gitlab/gitlab-(?:ce|ee)'),
    ports: [80, 443, 22],
    protocol: 'http',
    variables: ['GITLAB_OMNIBUS_CONFIG'],
    configuration: ['/etc/gitlab'],
    source: hub('gitlab/gitlab-ce', 'gitlab/gitlab-ee'),
  },
  { image: exact('portainer/portainer(?:-ce|-ee)?'), ports: [9000, 9443, 8000], protocol: 'http', source: hub('portainer/portainer') },
  { image: exact('metabase/metabase'), ports: [3000], protocol: 'http', variables: ['MB_JETTY_PORT'], source: hub('metabase/metabase') },
  { image: exact('apache/superset'), ports: [8088], protocol: 'http', variables: ['SUPERSET_PORT'], source: hub('apache/superset') },
  {
    image: exact('apache/airflow'),
    ports: [8080],
    protocol: 'http',
    variables: ['AIRFLOW__WEBSERVER__WEB_SERVER_PORT', 'AIRFLOW__API__PORT'],
    source: hub('apache/airflow'),
  },
  { image: exact('n8nio/n8n'), ports: [5678], protocol: 'http', variables: ['N8N_PORT'], source: hub('n8nio/n8n') },
  {
    image: exact('nodered/node-red'),
    ports: [1880],
    protocol: 'http',
    variables: ['PORT'],
    configuration: ['/data'],
    source: hub('nodered/node-red'),
  },
  { image: exact('directus/directus'), ports: [8055], protocol: 'http', variables: ['PORT'], source: hub('directus/directus') },
  {
    image: exact('hasura/graphql-engine'),
    ports: [8080],
    protocol: 'http',
    variables: ['HASURA_GRAPHQL_SERVER_PORT'],
    source: hub('hasura/graphql-engine'),
  },
  {
    image: exact('postgrest/postgrest'),
    ports: [3000, 3001],
    protocol: 'http',
    variables: ['PGRST_SERVER_PORT'],
    source: hub('postgrest/postgrest'),
  },
  {
    image: exact('louislam/uptime-kuma'),
    ports: [3001],
    protocol: 'http',
    variables: ['UPTIME_KUMA_PORT', 'PORT'],
    source: hub('louislam/uptime-kuma'),
  },
  {
    image: exact('vaultwarden/server'),
    ports: [80, 3012],
    protocol: 'http',
    variables: ['ROCKET_PORT'],
    source: hub('vaultwarden/server'),
  },
  {
    image: exact('home-assistant/home-assistant'),
    ports: [8123],
    protocol: 'http',
    configuration: ['/config'],
    source: 'https://www.home-assistant.io/installation/linux#docker-compose',
  },
  { image: exact('jellyfin/jellyfin'), ports: [8096, 8920], protocol: 'http', source: hub('jellyfin/jellyfin') },
  { image: exact('etherpad/etherpad'), ports: [9001], protocol: 'http', variables: ['PORT'], source: hub('etherpad/etherpad') },
  {
    image: exact('axllent/mailpit'),
    ports: [1025, 8025],
    protocol: 'http',
    variables: ['MP_UI_BIND_ADDR', 'MP_SMTP_BIND_ADDR'],
    source: hub('axllent/mailpit'),
  },
  {
    image: exact('mailhog/mailhog'),
    ports: [1025, 8025],
    protocol: 'http',
    variables: ['MH_UI_BIND_ADDR'],
    source: hub('mailhog/mailhog'),
  },
  {
    image: exact('maildev/maildev'),
    ports: [1080, 1025],
    protocol: 'http',
    variables: ['MAILDEV_WEB_PORT'],
    source: hub('maildev/maildev'),
  },
  { image: exact('sj26/mailcatcher'), ports: [1080, 1025], protocol: 'http', source: hub('sj26/mailcatcher') },
  { image: exact('mher/flower'), ports: [5555], protocol: 'http', variables: ['FLOWER_PORT'], source: hub('mher/flower') },
  { image: exact('datalust/seq'), ports: [80, 5341, 443], protocol: 'http', source: hub('datalust/seq') },
  {
    image: exact('oauth2-proxy/oauth2-proxy'),
    ports: [4180, 4443],
    protocol: 'http',
    variables: ['OAUTH2_PROXY_HTTP_ADDRESS'],
    configuration: ['/etc/oauth2-proxy', '/oauth2-proxy.cfg'],
    source: 'https://quay.io/repository/oauth2-proxy/oauth2-proxy https://github.com/oauth2-proxy/oauth2-proxy/blob/master/Dockerfile',
  },
  {
    image: exact('qdrant/qdrant'),
    ports: [6333, 6334, 6335],
    protocol: 'http',
    variables: ['QDRANT__SERVICE__HTTP_PORT'],
    configuration: ['/qdrant/config'],
    source: hub('qdrant/qdrant'),
  },
  { image: exact('ollama/ollama'), ports: [11434], protocol: 'http', variables: ['OLLAMA_HOST'], source: hub('ollama/ollama') },
  {
    image: exact('open-webui/open-webui'),
    ports: [8080],
    protocol: 'http',
    variables: ['PORT'],
    source: 'https://github.com/open-webui/open-webui/blob/main/Dockerfile',
  },
  {
    image: exact('getmeili/meilisearch'),
    ports: [7700],
    protocol: 'http',
    variables: ['MEILI_HTTP_ADDR'],
    source: 'https://github.com/meilisearch/meilisearch/blob/main/Dockerfile',
  },
  {
    image: exact('typesense/typesense'),
    ports: [8108],
    protocol: 'http',
    variables: ['TYPESENSE_API_PORT'],
    source: hub('typesense/typesense'),
  },
  {
    image: exact('confluentinc/cp-schema-registry'),
    ports: [8081],
    protocol: 'http',
    variables: ['SCHEMA_REGISTRY_LISTENERS'],
    source: hub('confluentinc/cp-schema-registry'),
  },
  {
    image: exact('dessalines/lemmy-ui'),
    ports: [1234],
    protocol: 'http',
    variables: ['LEMMY_UI_HOST'],
    source: hub('dessalines/lemmy-ui'),
  },
  { image: exact('taigaio/taiga-back'), ports: [8000], protocol: 'http', source: hub('taigaio/taiga-back') },
  { image: exact('taigaio/taiga-front'), ports: [80], protocol: 'http', source: hub('taigaio/taiga-front') },
  { image: exact('taigaio/taiga-protected'), ports: [8003], protocol: 'http', source: hub('taigaio/taiga-protected') },
  { image: exact('taigaio/taiga-events'), ports: [8888], protocol: 'http', source: hub('taigaio/taiga-events') },
  {
    image: exact('mailu/admin'),
    ports: [80, 8080],
    protocol: 'http',
    source: 'https://github.com/Mailu/Mailu/blob/master/core/admin/Dockerfile',
  },
  {
    image: exact('linuxserver/phpmyadmin'),
    ports: [80, 443],
    protocol: 'http',
    source: 'https://docs.linuxserver.io/images/docker-phpmyadmin/',
  },
  // Its frontend is an nginx with the built pages.
  {
    image: exact('doccano/doccano'),
    tag: /^(?:frontend|nginx)/,
    ports: [8080],
    protocol: 'http',
    configuration: ['/etc/nginx'],
    source: hub('doccano/doccano'),
  },
  { image: exact('doccano/doccano'), ports: [8000], protocol: 'http', variables: ['PORT'], source: hub('doccano/doccano') },
  { image: exact('collabora/code'), ports: [9980], protocol: 'http', source: hub('collabora/code') },
  { image: exact('onlyoffice/documentserver'), ports: [80, 443], protocol: 'http', source: hub('onlyoffice/documentserver') },
  { image: exact('gotenberg/gotenberg'), ports: [3000], protocol: 'http', variables: ['API_PORT'], source: hub('gotenberg/gotenberg') },
  {
    image: exact('(?:imgproxy|darthsim)/imgproxy'),
    ports: [8080],
    protocol: 'http',
    variables: ['IMGPROXY_BIND'],
    source: hub('imgproxy/imgproxy', 'darthsim/imgproxy'),
  },
  { image: exact('dunglas/mercure'), ports: [80, 443], protocol: 'http', variables: ['SERVER_NAME'], source: hub('dunglas/mercure') },
  {
    image: exact('soketi/soketi'),
    ports: [6001, 9601],
    protocol: 'http',
    variables: ['SOKETI_PORT'],
    source: 'https://docs.soketi.app/getting-started/environment-variables',
  },
  {
    image: exact('centrifugo/centrifugo'),
    ports: [8000],
    protocol: 'http',
    variables: ['CENTRIFUGO_PORT'],
    source: hub('centrifugo/centrifugo'),
  },
  { image: exact('thecodingmachine/php'), tag: /fpm/, ports: [9000], protocol: 'fastcgi', source: hub('thecodingmachine/php') },
  { image: exact('thecodingmachine/php'), tag: /apache/, ports: [80], protocol: 'http', source: hub('thecodingmachine/php') },
  {
    image: exact('techarohq/anubis'),
    ports: [8923, 9090],
    protocol: 'http',
    variables: ['BIND', 'METRICS_BIND'],
    source: 'https://anubis.techaro.lol/docs/admin/installation',
  },
  {
    image: exact('tiangolo/uvicorn-gunicorn(?:-fastapi|-starlette)?'),
    ports: [80],
    protocol: 'http',
    variables: ['PORT', 'BIND'],
    source: hub('tiangolo/uvicorn-gunicorn'),
  },
  {
    image: exact('tiangolo/uwsgi-nginx(?:-flask)?'),
    ports: [80],
    protocol: 'http',
    variables: ['LISTEN_PORT'],
    source: hub('tiangolo/uwsgi-nginx'),
  },
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
  return ofLibrary.has(row.image) && !isOfficial(path) ? { ...row, namesake: true } : row;
}

/** `wordpress`, `library/wordpress` and a mirror's `registry.example/dockerhub/library/wordpress`, but not `acme/wordpress`. */
function isOfficial(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  const registry = /[.:]|^localhost$/.test(folders[0] ?? '') ? folders.shift() : undefined;
  return (
    folders.every((folder) => /^library$|mirror|prox|cache|docker|hub/.test(folder)) && !/^(?:lscr|ghcr|quay)\.io$/.test(registry ?? '')
  );
}
