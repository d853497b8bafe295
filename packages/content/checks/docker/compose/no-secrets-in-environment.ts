import { credentialIn, defineCheck, describeCredential, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Service environment holds no credentials', ja: 'サービスの環境変数に認証情報が含まれていない' },
  severity: 'critical',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.compose.service',
  why: {
    en: 'Environment variables show in docker inspect, in child processes and in this file.',
    ja: '環境変数は docker inspect や子プロセス、このファイルで見えます。',
  },
  fix: {
    summary: {
      en: 'Use secrets, or a variable without a value in the file; change the one that leaked.',
      ja: 'secrets を使うか値をファイルに書かない変数にし、漏れた値は変更してください。',
    },
    compose: `services:
  app:
    image: orders:1.8
    environment:
      DB_PASSWORD: \${DB_PASSWORD}
`,
  },
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    const credential = credentialIn(service.credentials);
    if (!credential) return pass();
    const { en, ja } = describeCredential(credential.kind);
    return fail({
      en: `Service ${service.name} holds ${en} in ${credential.variable}`,
      ja: `サービス ${service.name} の ${credential.variable} に${ja}が含まれています`,
    });
  },
  examples: [
    fails('a map', {
      compose: `services:
  app:
    image: orders:1.8
    environment:
      DB_PASSWORD: drawn-by-lot-4711
`,
    }),
    fails('a list', {
      compose: `services:
  app:
    image: orders:1.8
    environment:
      - DB_PASSWORD=drawn-by-lot-4711
`,
    }),
    passes('no secret', {
      compose: `services:
  app:
    image: orders:1.8
    environment:
      DB_HOST: db
`,
    }),
    passes('a file', {
      compose: `services:
  app:
    image: orders:1.8
    environment:
      DB_PASSWORD_FILE: /run/secrets/db
`,
    }),
    passes('of the host', {
      compose: `services:
  app:
    image: orders:1.8
    environment:
      DB_PASSWORD: \${DB_PASSWORD}
`,
    }),
  ],
});
