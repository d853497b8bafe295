import { defineCheck, fail, fails, find, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Services do not hold the Docker socket', ja: 'Docker ソケットをマウントしていない' },
  severity: 'critical',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.compose.service',
  why: {
    en: 'Whoever can talk to the Docker socket is root on the host: it starts any container with any mount.',
    ja: 'Docker ソケットに話せる者はホストの root と同じです。',
  },
  fix: {
    summary: {
      en: 'Take the mount away; use a proxy that allows only what is needed.',
      ja: 'マウントを外し、必要な操作だけを許すプロキシを使ってください。',
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
    const socket = /(?:docker|containerd|crio|podman)(?:\.sock|\/[\w.]*\.sock)$/;
    const volume = find(service.volumes, ({ source }) => source !== undefined && socket.test(source));
    if (!volume) return pass();
    return fail({
      en: `Service ${service.name} mounts ${volume.source ?? ''}`,
      ja: `サービス ${service.name} は ${volume.source ?? ''} をマウントしています`,
    });
  },
  examples: [
    fails('short form', {
      compose: `services:
  app:
    image: orders:1.8
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock:ro
`,
    }),
    fails('long form', {
      compose: `services:
  app:
    image: orders:1.8
    volumes:
      - type: bind
        source: /run/containerd/containerd.sock
        target: /x
`,
    }),
    passes('a volume', {
      compose: `services:
  app:
    image: orders:1.8
    volumes:
      - data:/var/lib/orders
`,
    }),
    passes('none', {
      compose: `services:
  app:
    image: orders:1.8
`,
    }),
    isUnknown('a variable', {
      compose: `services:
  app:
    image: orders:1.8
    volumes:
      - \${SOCKET}:/x
`,
    }),
  ],
});
