import { anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Node checks certificates', ja: 'Node が証明書を検証している' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Whoever stands between the build and the server decides what goes into the image.',
    ja: '通信経路にいる攻撃者が、イメージに入る物を決められてしまいます。',
  },
  fix: {
    edits: { dockerfile: [{ variable: 'NODE_TLS_REJECT_UNAUTHORIZED', value: '1' }] },
    cautions: ['breaks-build'],
    summary: { en: 'Take NODE_TLS_REJECT_UNAUTHORIZED=0 away.', ja: 'NODE_TLS_REJECT_UNAUTHORIZED=0 を外してください。' },
    dockerfile: `FROM alpine:3.20
ENV TZ=Asia/Tokyo
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV2_DOCKER_6'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const isOff = (value: string | undefined): boolean => value !== undefined && value === '0';
    const off = anyOf(
      () => isOff(stage.environment.get('NODE_TLS_REJECT_UNAUTHORIZED')),
      () => isOff(stage.arguments.get('NODE_TLS_REJECT_UNAUTHORIZED')),
    );
    if (!off) return pass();
    return fail({
      en: `${stage.name} sets NODE_TLS_REJECT_UNAUTHORIZED so that certificates are not checked`,
      ja: `${stage.name} は NODE_TLS_REJECT_UNAUTHORIZED で証明書の検証を無効にしています`,
    });
  },
  examples: [
    fails('ENV', {
      dockerfile: `FROM alpine:3.20
ENV NODE_TLS_REJECT_UNAUTHORIZED=0
`,
    }),
    fails('ARG', {
      dockerfile: `FROM alpine:3.20
ARG NODE_TLS_REJECT_UNAUTHORIZED=0
`,
    }),
    passes('not set', {
      dockerfile: `FROM alpine:3.20
ENV TZ=Asia/Tokyo
`,
    }),
    passes('on', {
      dockerfile: `FROM alpine:3.20
ENV NODE_TLS_REJECT_UNAUTHORIZED=1
`,
    }),
  ],
});
