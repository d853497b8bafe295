import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: "Services do not see the host's processes", ja: 'ホストのプロセスが見えない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.compose.service',
  why: {
    en: "In the host's process namespace a service can look into other processes and signal them.",
    ja: 'ホストの PID 名前空間では他のプロセスを覗き、シグナルを送れます。',
  },
  fix: {
    edits: { compose: [{ remove: 'pid' }] },
    cautions: ['breaks-software'],
    summary: { en: 'Take pid: host away.', ja: 'pid: host を外してください。' },
    compose: `services:
  app:
    image: orders:1.8
`,
  },
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.pidMode !== 'host') return pass();
    return fail({
      en: `Service ${service.name} shares the host's process namespace`,
      ja: `サービス ${service.name} はホストの PID 名前空間を共有します`,
    });
  },
  examples: [
    fails('host', {
      compose: `services:
  app:
    image: orders:1.8
    pid: host
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
    pid: service:web
`,
    }),
  ],
});
