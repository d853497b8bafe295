import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: "Services do not share the host's network", ja: 'ホストのネットワークを共有していない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.compose.service',
  why: {
    en: "On the host's network a service reaches everything that listens on localhost of the host.",
    ja: 'ホストネットワークではホストの localhost で待つものすべてに届きます。',
  },
  fix: {
    edits: { compose: [{ remove: 'network_mode' }] },
    cautions: ['breaks-software'],
    summary: { en: 'Take network_mode: host away.', ja: 'network_mode: host を外してください。' },
    compose: `services:
  app:
    image: orders:1.8
`,
  },
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.networkMode !== 'host') return pass();
    return fail({
      en: `Service ${service.name} shares the host's network`,
      ja: `サービス ${service.name} はホストのネットワークを共有します`,
    });
  },
  examples: [
    fails('host', {
      compose: `services:
  app:
    image: orders:1.8
    network_mode: host
`,
    }),
    passes('not written', {
      compose: `services:
  app:
    image: orders:1.8
`,
    }),
    passes('another service', {
      compose: `services:
  app:
    image: orders:1.8
    network_mode: service:web
`,
    }),
  ],
});
