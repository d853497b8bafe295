import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Services have a memory limit', ja: 'メモリの上限が設定されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.compose.service',
  why: {
    en: 'One service that leaks memory takes all others on the host down.',
    ja: 'メモリリークした一つのサービスがホスト全体を巻き込みます。',
  },
  fix: {
    summary: { en: 'Set deploy.resources.limits.memory.', ja: 'deploy.resources.limits.memory を設定してください。' },
    compose: `services:
  app:
    image: orders:1.8
    deploy:
      resources:
        limits:
          memory: 512M
`,
  },
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.hasMemoryLimit) return pass();
    return fail({
      en: `Service ${service.name} may take all memory of the host`,
      ja: `サービス ${service.name} はホストのメモリを使い切れます`,
    });
  },
  examples: [
    fails('none', {
      compose: `services:
  app:
    image: orders:1.8
`,
    }),
    passes('the new form', {
      compose: `services:
  app:
    image: orders:1.8
    deploy:
      resources:
        limits:
          memory: 512M
`,
    }),
    passes('the old form', {
      compose: `services:
  app:
    image: orders:1.8
    mem_limit: 512m
`,
    }),
  ],
});
