import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Services do not mount folders of the system', ja: 'ホストのシステムフォルダーをマウントしていない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.compose.service',
  why: {
    en: 'With /, /etc, /proc or the like of the host in reach, a service can take the host over.',
    ja: 'ホストの /、/etc、/proc などに届くと、ホストを乗っ取れます。',
  },
  fix: {
    summary: {
      en: 'Mount a named volume or a folder of the application.',
      ja: '名前付きボリュームかアプリ専用フォルダーをマウントしてください。',
    },
    compose: `services:
  app:
    image: orders:1.8
    volumes:
      - data:/var/lib/orders
`,
  },
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    const sensitive = /^\/(?:(?:etc|proc|sys|boot|root|dev|lib|usr|var\/lib\/docker|var\/run|run)(?:\/)?)?$/;
    const volume = find(service.volumes, ({ source }) => source !== undefined && sensitive.test(source));
    if (!volume) return pass();
    return fail({
      en: `Service ${service.name} mounts ${volume.source ?? ''} of the host`,
      ja: `サービス ${service.name} はホストの ${volume.source ?? ''} をマウントしています`,
    });
  },
  examples: [
    fails('the root', {
      compose: `services:
  app:
    image: orders:1.8
    volumes:
      - /:/host
`,
    }),
    fails('etc', {
      compose: `services:
  app:
    image: orders:1.8
    volumes:
      - /etc:/host-etc:ro
`,
    }),
    passes('a folder of its own', {
      compose: `services:
  app:
    image: orders:1.8
    volumes:
      - /srv/orders:/data
`,
    }),
    passes('relative', {
      compose: `services:
  app:
    image: orders:1.8
    volumes:
      - ./data:/data
`,
    }),
  ],
});
