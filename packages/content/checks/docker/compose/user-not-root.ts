import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Services do not run as root', ja: 'サービスが root で実行されない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.compose.service',
  why: {
    en: 'A process that is root in its container needs one flaw less to become root on the host.',
    ja: 'コンテナ内で root のプロセスは、あと一つの欠陥でホストの root になれます。',
  },
  fix: {
    summary: { en: 'Name another user.', ja: 'root 以外のユーザーを指定してください。' },
    compose: `services:
  app:
    image: orders:1.8
    user: "1000:1000"
`,
  },
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  equivalents: [],
  evaluate(service) {
    const { user } = service;
    if (user === undefined || !/^(?:root|0)(?::|$)/.test(user)) return pass();
    return fail({ en: `Service ${service.name} runs as ${user}`, ja: `サービス ${service.name} は ${user} で実行されます` });
  },
  examples: [
    fails('root', {
      compose: `services:
  app:
    image: orders:1.8
    user: root
`,
    }),
    fails('by number', {
      compose: `services:
  app:
    image: orders:1.8
    user: "0:0"
`,
    }),
    passes('another', {
      compose: `services:
  app:
    image: orders:1.8
    user: "1000:1000"
`,
    }),
    passes("the image's", {
      compose: `services:
  app:
    image: orders:1.8
`,
    }),
  ],
});
