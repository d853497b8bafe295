import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Database and admin ports are not open on all addresses', ja: 'DB や管理用ポートをすべてのアドレスに公開していない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.compose.service',
  why: {
    en: 'Docker opens published ports past the host firewall: a database is on the internet without a rule that says so.',
    ja: 'Docker の公開ポートはホストのファイアウォールを迂回し、DB が意図せずインターネットに出ます。',
  },
  fix: {
    summary: {
      en: 'Publish on 127.0.0.1, or not at all: services reach each other without.',
      ja: '127.0.0.1 に限定するか公開をやめてください。サービス間通信には不要です。',
    },
    compose: `services:
  app:
    image: postgres:16.4
    ports: ["127.0.0.1:5432:5432"]
`,
  },
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    const ports = new Set('22 1433 1521 2375 2376 3306 3389 5432 5984 6379 8086 9042 9200 9300 11211 27017'.split(' '));
    const open = find(service.ports, ({ hostAddress, target }) => {
      const isLocal = hostAddress !== undefined && /^(?:127\.|\[?::1\]?$|localhost$)/.test(hostAddress);
      return !isLocal && target !== undefined && ports.has(target.replace(/\/\w+$/, ''));
    });
    if (!open) return pass();
    return fail({
      en: `Service ${service.name} publishes port ${open.target ?? ''} on all addresses`,
      ja: `サービス ${service.name} はポート ${open.target ?? ''} をすべてのアドレスに公開しています`,
    });
  },
  examples: [
    fails('short form', {
      compose: `services:
  app:
    image: orders:1.8
    ports: ["5432:5432"]
`,
    }),
    fails('long form', {
      compose: `services:
  app:
    image: orders:1.8
    ports:
      - target: 6379
        published: "6379"
`,
    }),
    fails('all addresses said', {
      compose: `services:
  app:
    image: orders:1.8
    ports: ["0.0.0.0:3306:3306/tcp"]
`,
    }),
    passes('this machine only', {
      compose: `services:
  app:
    image: orders:1.8
    ports: ["127.0.0.1:5432:5432"]
`,
    }),
    passes('a web port', {
      compose: `services:
  app:
    image: orders:1.8
    ports: ["8080:80"]
`,
    }),
    passes('none', {
      compose: `services:
  app:
    image: orders:1.8
`,
    }),
  ],
});
