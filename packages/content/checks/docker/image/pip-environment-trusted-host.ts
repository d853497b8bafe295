import { anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'pip is not told to skip certificates', ja: 'pip の証明書検証が環境変数で無効化されていない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Whoever stands between the build and the server decides what goes into the image.',
    ja: '通信経路にいる攻撃者が、イメージに入る物を決められてしまいます。',
  },
  fix: {
    summary: { en: 'Take PIP_TRUSTED_HOST away.', ja: 'PIP_TRUSTED_HOST を外してください。' },
    dockerfile: `FROM alpine:3.20
ENV TZ=Asia/Tokyo
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV2_DOCKER_16'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const isOff = (value: string | undefined): boolean => value !== undefined && value !== '';
    const off = anyOf(
      () => isOff(stage.environment.get('PIP_TRUSTED_HOST')),
      () => isOff(stage.arguments.get('PIP_TRUSTED_HOST')),
    );
    if (!off) return pass();
    return fail({
      en: `${stage.name} sets PIP_TRUSTED_HOST so that certificates are not checked`,
      ja: `${stage.name} は PIP_TRUSTED_HOST で証明書の検証を無効にしています`,
    });
  },
  examples: [
    fails('ENV', {
      dockerfile: `FROM alpine:3.20
ENV PIP_TRUSTED_HOST=pypi.example.com
`,
    }),
    fails('ARG', {
      dockerfile: `FROM alpine:3.20
ARG PIP_TRUSTED_HOST=pypi.example.com
`,
    }),
    passes('not set', {
      dockerfile: `FROM alpine:3.20
ENV TZ=Asia/Tokyo
`,
    }),
  ],
});
