/** One way of putting files into an nginx container: repository files, the service, and its Dockerfile. */
export interface Arrangement {
  name: string;
  /** Paths relative to the arrangement's own folder. A value that begins with `-> ` is a symbolic link. */
  files?: Record<string, string>;
  /** Lines of the service besides its image or build; `@` stands for the arrangement's folder. */
  service?: string[];
  /** The Dockerfile after its FROM line; then the service is built from the arrangement's folder. */
  dockerfile?: string;
  /** Top-level lines of the compose file (configs, secrets, volumes). */
  top?: string[];
  /** Paths that differ for a reason: below these nothing is compared. */
  except?: string[];
}

const server = (port: number, name = 'x') => `server {\n    listen ${port};\n    server_name ${name};\n    location / { return 200; }\n}\n`;
const template =
  'upstream app { server ${API_HOST}:$API_PORT; }\nserver {\n  listen 81;\n  location / { proxy_set_header Host $host; proxy_pass http://app; }\n  # ${UNSET} ${API_HOST:-x} $$API_PORT é ${API_HOST}\n}\n';
const environment = ['environment:', '  API_HOST: api.internal', '  API_PORT: "3000"'];

export const arrangements: Arrangement[] = [
  { name: 'plain' },
  {
    name: 'file-over-default',
    files: { 'site.conf': server(81) },
    service: ['volumes: ["@/site.conf:/etc/nginx/conf.d/default.conf:ro"]'],
  },
  { name: 'file-beside-default', files: { 'site.conf': server(81) }, service: ['volumes: ["@/site.conf:/etc/nginx/conf.d/site.conf"]'] },
  {
    name: 'folder-over-conf-d',
    files: { 'conf/a.conf': server(81), 'conf/b.conf': server(82), 'conf/sub/c.conf': server(83) },
    service: ['volumes: ["@/conf:/etc/nginx/conf.d"]'],
  },
  {
    name: 'folder-over-everything',
    files: { 'nginx/nginx.conf': 'events {}\nhttp { include sites/*; }\n', 'nginx/sites/a': server(81) },
    service: ['volumes: ["@/nginx:/etc/nginx:ro"]'],
  },
  {
    name: 'file-inside-mounted-folder',
    files: { 'conf/a.conf': server(81), 'conf/z.conf': '', 'z.conf': server(82) },
    service: ['volumes: ["@/z.conf:/etc/nginx/conf.d/z.conf", "@/conf:/etc/nginx/conf.d"]'],
  },
  {
    name: 'long-syntax',
    files: { 'a.conf': server(81) },
    service: ['volumes:', '  - { type: bind, source: @/a.conf, target: /etc/nginx/conf.d/a.conf, read_only: true }'],
  },
  { name: 'trailing-slash', files: { 'conf/a.conf': server(81) }, service: ['volumes: ["@/conf/:/etc/nginx/conf.d/"]'] },
  { name: 'new-folder', files: { 'snippets/s.conf': 'gzip on;\n' }, service: ['volumes: ["@/snippets:/etc/nginx/snippets:ro"]'] },
  { name: 'tmpfs-over-conf-d', service: ['tmpfs: ["/etc/nginx/conf.d"]'], except: ['/etc/nginx/conf.d'] },
  {
    name: 'config-from-file',
    files: { 'a.conf': server(81) },
    service: ['configs: [{ source: from-file, target: /etc/nginx/conf.d/a.conf }]'],
    top: ['configs:', '  from-file: { file: @/a.conf }'],
  },
  {
    name: 'config-content',
    service: ['configs: [{ source: inline, target: /etc/nginx/conf.d/inline.conf }]', ...environment],
    top: ['configs:', '  inline:', '    content: |', '      server {', '        listen 81;', '        return 200 $$host;', '      }'],
  },
  {
    name: 'secret-from-file',
    files: { 'key.txt': 'a key that is none\n' },
    service: ['secrets: [{ source: key, target: /etc/nginx/key.txt }]'],
    top: ['secrets:', '  key: { file: @/key.txt }'],
  },
  {
    name: 'relative-link-in-mount',
    files: { 'n/sites-available/a.conf': server(81), 'n/sites-enabled/a.conf': '-> ../sites-available/a.conf' },
    service: ['volumes: ["@/n/sites-available:/etc/nginx/sites-available", "@/n/sites-enabled:/etc/nginx/conf.d"]'],
  },
  {
    name: 'absolute-link-in-mount',
    files: { 'n/available/a.conf': server(81), 'n/enabled/a.conf': '-> /etc/nginx/available/a.conf' },
    service: ['volumes: ["@/n/available:/etc/nginx/available", "@/n/enabled:/etc/nginx/conf.d"]'],
  },
  {
    name: 'template',
    files: { 't/default.conf.template': template },
    service: ['volumes: ["@/t:/etc/nginx/templates"]', ...environment],
  },
  {
    name: 'template-file',
    files: { 'a.template': template },
    service: ['volumes: ["@/a.template:/etc/nginx/templates/a.conf.template:ro"]', ...environment],
  },
  {
    name: 'template-sub-folder',
    files: { 't/sub/deep/a.conf.template': template, 't/not-a-template.conf': server(82) },
    service: ['volumes: ["@/t:/etc/nginx/templates:ro"]', ...environment],
  },
  {
    name: 'template-filter',
    files: { 't/a.conf.template': template },
    service: ['volumes: ["@/t:/etc/nginx/templates"]', ...environment, '  NGINX_ENVSUBST_FILTER: "_HOST$$"'],
  },
  {
    name: 'template-filter-alternatives',
    files: { 't/a.conf.template': template },
    service: ['volumes: ["@/t:/etc/nginx/templates"]', ...environment, '  NGINX_ENVSUBST_FILTER: "^(API_HOST|NOTHING)$$"'],
  },
  {
    name: 'template-suffix',
    files: { 't/a.conf.tpl': template, 't/b.conf.template': server(82) },
    service: ['volumes: ["@/t:/etc/nginx/templates"]', ...environment, '  NGINX_ENVSUBST_TEMPLATE_SUFFIX: .tpl'],
  },
  {
    name: 'template-output',
    files: { 't/nginx.conf.template': 'events {}\nhttp { server { listen $API_PORT; } }\n' },
    service: ['volumes: ["@/t:/etc/nginx/templates"]', ...environment, '  NGINX_ENVSUBST_OUTPUT_DIR: /etc/nginx'],
  },
  {
    name: 'template-folder',
    files: { 't/a.conf.template': template },
    service: ['volumes: ["@/t:/templates"]', ...environment, '  NGINX_ENVSUBST_TEMPLATE_DIR: /templates'],
  },
  {
    name: 'template-stream',
    files: { 't/s.conf.stream-template': 'server { listen 9000; proxy_pass ${API_HOST}:$API_PORT; }\n', 't/a.conf.template': template },
    service: ['volumes: ["@/t:/etc/nginx/templates"]', ...environment],
  },
  {
    name: 'template-over-default',
    files: { 't/default.conf.template': template },
    service: ['volumes: ["@/t:/etc/nginx/templates"]', ...environment],
  },
  {
    name: 'template-into-read-only',
    files: { 't/a.conf.template': template, 'conf/b.conf': server(82) },
    service: ['volumes: ["@/t:/etc/nginx/templates", "@/conf:/etc/nginx/conf.d:ro"]', ...environment],
  },
  {
    name: 'template-empty-value',
    files: { 't/a.conf.template': 'set $x "${EMPTY}$EMPTY";\n' },
    service: ['volumes: ["@/t:/etc/nginx/templates"]', 'environment: { EMPTY: "" }'],
  },
  {
    name: 'template-value-with-dollar',
    files: { 't/a.conf.template': 'proxy_pass http://$TARGET;\n' },
    service: ['volumes: ["@/t:/etc/nginx/templates"]', 'environment: { TARGET: "api$$request_uri" }'],
  },
  {
    name: 'template-lower-case-name',
    files: { 't/a.conf.template': 'proxy_set_header Proxy $http_proxy;\nproxy_set_header Host $host;\n' },
    service: ['volumes: ["@/t:/etc/nginx/templates"]', 'environment: { http_proxy: "http://proxy:3128" }'],
  },
  {
    name: 'template-env-file',
    files: { 't/a.conf.template': template, 'app.env': 'API_HOST=from-file\nAPI_PORT="8080"\n' },
    service: ['volumes: ["@/t:/etc/nginx/templates"]', 'env_file: [@/app.env]'],
  },
  {
    name: 'template-image-env',
    files: { 't/a.conf.template': template },
    dockerfile: 'ENV API_HOST=image API_PORT=1\nCOPY t /etc/nginx/templates\n',
    service: ['environment: { API_PORT: "2" }'],
  },
  {
    name: 'template-command-shell',
    files: { 't/a.conf.template': template },
    service: ['volumes: ["@/t:/etc/nginx/templates"]', ...environment, `command: ["sh", "-c", "nginx -v"]`],
  },
  {
    name: 'template-own-entry',
    files: { 't/a.conf.template': template },
    service: ['volumes: ["@/t:/etc/nginx/templates"]', ...environment, `entrypoint: ["nginx", "-v"]`, 'command: []'],
  },
  {
    name: 'literal-envsubst',
    files: { 'a.tpl': template },
    service: [
      'volumes: ["@/a.tpl:/etc/nginx/a.tpl"]',
      ...environment,
      `command: ["/bin/sh", "-c", "envsubst '$$API_HOST $$API_PORT' < /etc/nginx/a.tpl > /etc/nginx/conf.d/default.conf && nginx -v"]`,
    ],
  },
  {
    name: 'literal-envsubst-all',
    files: { 'a.tpl': template },
    service: [
      'volumes: ["@/a.tpl:/etc/nginx/a.tpl"]',
      'environment: { API_HOST: h, API_PORT: "1", host: h2, UNSET: u, HOME: /root, HOSTNAME: n }',
      `command: /bin/sh -c "envsubst < /etc/nginx/a.tpl > /etc/nginx/conf.d/default.conf && exec nginx -v"`,
    ],
  },
  {
    name: 'entry-script-hands-on',
    files: {
      'start.sh':
        '#!/bin/sh\nset -e\nenvsubst \'${API_HOST}\' < /etc/nginx/a.tpl > /etc/nginx/conf.d/a.conf\nrm -f /etc/nginx/conf.d/default.conf\nexec "$@"\n',
      'a.tpl': template,
    },
    dockerfile: 'COPY start.sh /start.sh\nCOPY a.tpl /etc/nginx/\nRUN chmod +x /start.sh\nENTRYPOINT ["/start.sh"]\nCMD ["nginx", "-v"]\n',
    service: [...environment, 'command: ["nginx", "-v"]'],
  },
  {
    name: 'entry-script-then-official',
    files: {
      'start.sh': '#!/bin/sh\necho "gzip on;" > /etc/nginx/conf.d/gzip.conf\nexec /docker-entrypoint.sh "$@"\n',
      't/a.conf.template': template,
    },
    dockerfile: 'COPY --chmod=755 start.sh /start.sh\nCOPY t /etc/nginx/templates\nENTRYPOINT ["/start.sh"]\nCMD ["nginx", "-v"]\n',
    service: [...environment, 'command: ["nginx", "-v"]'],
  },
  {
    name: 'start-script-of-the-user',
    files: {
      '40-own.sh': '#!/bin/sh\necho "# made" > /etc/nginx/conf.d/made.conf\n',
      'idle.sh': '#!/bin/sh\necho "# never" > /etc/nginx/never.conf\n',
    },
    dockerfile: 'COPY --chmod=755 40-own.sh /docker-entrypoint.d/\nCOPY --chmod=644 idle.sh /docker-entrypoint.d/50-idle.sh\n',
  },
  { name: 'copy-file', files: { 'a.conf': server(81) }, dockerfile: 'COPY a.conf /etc/nginx/conf.d/default.conf\n' },
  {
    name: 'copy-into-folder',
    files: { 'a.conf': server(81), 'b.conf': server(82) },
    dockerfile: 'COPY a.conf b.conf /etc/nginx/conf.d/\n',
  },
  { name: 'copy-into-existing-folder', files: { 'a.conf': server(81) }, dockerfile: 'COPY a.conf /etc/nginx/conf.d\n' },
  { name: 'copy-glob', files: { 'c/a.conf': server(81), 'c/b.txt': 'b' }, dockerfile: 'COPY c/*.conf /etc/nginx/conf.d/\n' },
  {
    name: 'copy-folder-merges',
    files: { 'n/conf.d/a.conf': server(81), 'n/nginx.conf': 'events {}\n' },
    dockerfile: 'COPY n/ /etc/nginx/\n',
  },
  { name: 'copy-context', files: { 'a.conf': server(81), '.dockerignore': '*\n!a.conf\n' }, dockerfile: 'COPY . /etc/nginx/all/\n' },
  {
    name: 'dockerignore',
    files: {
      'n/a.conf': server(81),
      'n/b.bak': 'b',
      'n/deep/c.bak': 'c',
      'n/deep/keep.bak': 'k',
      '.dockerignore': '**/*.bak\n!n/deep/keep.bak\n',
    },
    dockerfile: 'COPY n /etc/nginx/n\n',
  },
  { name: 'add-file', files: { 'a.conf': server(81) }, dockerfile: 'ADD ["a.conf", "/etc/nginx/conf.d/a b.conf"]\n' },
  {
    name: 'workdir',
    files: { 'a.conf': server(81) },
    dockerfile: 'WORKDIR /etc/nginx\nWORKDIR conf.d\nCOPY a.conf .\nCOPY a.conf ./sub/\n',
  },
  {
    name: 'variables-in-paths',
    files: { 'prod/a.conf': server(81), 'dev/a.conf': server(82) },
    dockerfile: 'ARG STAGE=dev\nENV TO=/etc/nginx/conf.d\nCOPY ${STAGE}/a.conf $TO/${STAGE:+site}.conf\n',
    service: ['build: { context: @, args: { STAGE: prod } }'],
  },
  {
    name: 'stages',
    files: { 'a.conf': server(81), 'b.conf': server(82) },
    dockerfile:
      'AS base\nCOPY a.conf /out/conf.d/a.conf\nFROM base AS more\nCOPY b.conf /out/conf.d/b.conf\nFROM @BASE@\nCOPY --from=more /out/conf.d /etc/nginx/conf.d\nCOPY --from=0 /out/conf.d/a.conf /etc/nginx/first.conf\n',
  },
  {
    name: 'target',
    files: { 'a.conf': server(81), 'b.conf': server(82) },
    dockerfile: 'AS dev\nCOPY a.conf /etc/nginx/conf.d/default.conf\nFROM @BASE@ AS prod\nCOPY b.conf /etc/nginx/conf.d/default.conf\n',
    service: ['build: { context: @, target: dev }'],
  },
  { name: 'run-rm', dockerfile: 'RUN rm /etc/nginx/conf.d/default.conf && rm -rf /etc/nginx/conf.d/nothing*\n' },
  { name: 'run-rm-glob', files: { 'a.conf': server(81) }, dockerfile: 'RUN rm -rf /etc/nginx/conf.d/*\nCOPY a.conf /etc/nginx/conf.d/\n' },
  { name: 'run-rm-folder', files: { 'nginx.conf': 'events {}\n' }, dockerfile: 'RUN rm -rf /etc/nginx\nCOPY nginx.conf /etc/nginx/\n' },
  {
    name: 'run-mv-cp-ln',
    files: { 'a.conf': server(81), 'b.conf': server(82) },
    dockerfile:
      'COPY a.conf b.conf /etc/nginx/sites/\nRUN mv /etc/nginx/sites/a.conf /etc/nginx/conf.d/renamed.conf; cp /etc/nginx/sites/b.conf /etc/nginx/conf.d \\\n  && ln -s /etc/nginx/sites/b.conf /etc/nginx/conf.d/linked.conf \\\n  # a comment between\n  && ln -sf ../sites/b.conf /etc/nginx/conf.d/default.conf\n',
  },
  {
    name: 'run-echo',
    dockerfile:
      'RUN echo "daemon off;" >> /etc/nginx/extra.conf && echo \'events {}\' > /etc/nginx/main.conf\nRUN printf "a;\\nb;\\n" > /etc/nginx/p.conf\n',
  },
  { name: 'run-append-to-image-file', dockerfile: 'RUN echo "# at the end" >> /etc/nginx/nginx.conf\n' },
  {
    name: 'run-sed',
    files: { 'a.conf': server(81, 'old.example') },
    dockerfile:
      "COPY a.conf /etc/nginx/conf.d/\nRUN sed -i 's/old.example/new.example/g; ' /etc/nginx/conf.d/a.conf || true\nRUN sed -i -e 's/listen  *81/listen 8081/' /etc/nginx/conf.d/a.conf\n",
    except: ['/etc/nginx/conf.d/a.conf'],
  },
  {
    name: 'run-sed-plain',
    files: { 'a.conf': server(81, 'old.example') },
    dockerfile:
      "COPY a.conf /etc/nginx/conf.d/\nRUN sed -i 's|listen.*;|listen 8081;|' /etc/nginx/conf.d/a.conf && sed -i 's/old\\.example/new.example/g' /etc/nginx/conf.d/a.conf\n",
  },
  {
    name: 'run-cd-and-variables',
    files: { 'a.conf': server(81) },
    dockerfile:
      'ARG NAME=site\nENV DIR=/etc/nginx/conf.d\nCOPY a.conf /tmp/\nRUN cd "$DIR" && mkdir -p more && cp /tmp/a.conf more/${NAME}.conf && rm default.conf\n',
  },
  {
    name: 'mount-over-copy',
    files: { 'a.conf': server(81), 'conf/b.conf': server(82) },
    dockerfile: 'COPY a.conf /etc/nginx/conf.d/a.conf\n',
    service: ['volumes: ["@/conf:/etc/nginx/conf.d"]'],
  },
  { name: 'named-volume-seeded', service: ['volumes: ["seeded:/etc/nginx/conf.d"]'], top: ['volumes:', '  seeded: {}'] },
];
