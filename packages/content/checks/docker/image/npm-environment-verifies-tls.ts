import { anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'npm is not told to skip certificates', ja: 'npm の証明書検証が環境変数で無効化されていない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Whoever stands between the build and the server decides what goes into the image.',
    ja: '通信経路にいる攻撃者が、イメージに入る物を決められてしまいます。',
  },
  fix: {
    edits: { dockerfile: [{ variable: 'NPM_CONFIG_STRICT_SSL', value: 'true' }] },
    cautions: ['breaks-build'],
    summary: { en: 'Take NPM_CONFIG_STRICT_SSL=false away.', ja: 'NPM_CONFIG_STRICT_SSL=false を外してください。' },
    dockerfile: `FROM alpine:3.20
ENV TZ=Asia/Tokyo
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV2_DOCKER_13'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const isOff = (value: string | undefined): boolean => value !== undefined && /^false$/i.test(value);
    const off = anyOf(
      () => isOff(stage.environment.get('NPM_CONFIG_STRICT_SSL')),
      () => isOff(stage.arguments.get('NPM_CONFIG_STRICT_SSL')),
    );
    if (!off) return pass();
    return fail({
      en: `${stage.name} sets NPM_CONFIG_STRICT_SSL so that certificates are not checked`,
      ja: `${stage.name} は NPM_CONFIG_STRICT_SSL で証明書の検証を無効にしています`,
    });
  },
  examples: [
    fails('ENV', {
      dockerfile: `FROM alpine:3.20
ENV NPM_CONFIG_STRICT_SSL=false
`,
    }),
    fails('ARG', {
      dockerfile: `FROM alpine:3.20
ARG NPM_CONFIG_STRICT_SSL=false
`,
    }),
    passes('not set', {
      dockerfile: `FROM alpine:3.20
ENV TZ=Asia/Tokyo
`,
    }),
    passes('on', {
      dockerfile: `FROM alpine:3.20
ENV NPM_CONFIG_STRICT_SSL=true
`,
    }),
  ],
});
