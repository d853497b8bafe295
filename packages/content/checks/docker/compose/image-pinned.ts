import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Service images name a version', ja: 'サービスのイメージにバージョンが指定されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.compose.service',
  why: {
    en: 'latest is another image tomorrow: nobody can say what runs.',
    ja: 'latest は明日には別のイメージになり、何が動いているか分からなくなります。',
  },
  fix: {
    summary: { en: 'Name a version tag or a digest.', ja: 'バージョンのタグかダイジェストを指定してください。' },
    compose: `services:
  app:
    image: orders:1.8
`,
  },
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    const { image } = service;
    if (image === undefined || service.isBuilt || image.includes('@sha256:')) return pass();
    const tag = /:([^:/]+)$/.exec(image)?.[1];
    if (tag !== undefined && tag !== 'latest') return pass();
    return fail({
      en: `Service ${service.name} takes whatever ${image} is`,
      ja: `サービス ${service.name} は ${image} の最新版に追従します`,
    });
  },
  examples: [
    fails('latest', {
      compose: `services:
  app:
    image: postgres:latest
`,
    }),
    fails('no tag', {
      compose: `services:
  app:
    image: postgres
`,
    }),
    passes('a version', {
      compose: `services:
  app:
    image: orders:1.8
`,
    }),
    passes('built here', {
      compose: `services:
  app:
    image: orders
    build: .
`,
    }),
    passes('a default', {
      compose: `services:
  app:
    image: postgres:\${VERSION:-16.4}
`,
    }),
  ],
});
