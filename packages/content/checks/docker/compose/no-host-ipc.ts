import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: "Services do not share the host's memory segments", ja: 'ホストの IPC 名前空間を共有していない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.compose.service',
  why: {
    en: "Shared memory of the host's processes is open to such a service.",
    ja: 'ホストのプロセスの共有メモリに触れられます。',
  },
  fix: {
    edits: { compose: [{ remove: 'ipc' }] },
    cautions: ['breaks-software'],
    summary: { en: 'Take ipc: host away.', ja: 'ipc: host を外してください。' },
    compose: `services:
  app:
    image: orders:1.8
`,
  },
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.ipcMode !== 'host') return pass();
    return fail({
      en: `Service ${service.name} shares the host's IPC namespace`,
      ja: `サービス ${service.name} はホストの IPC 名前空間を共有します`,
    });
  },
  examples: [
    fails('host', {
      compose: `services:
  app:
    image: orders:1.8
    ipc: host
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
    ipc: service:web
`,
    }),
  ],
});
