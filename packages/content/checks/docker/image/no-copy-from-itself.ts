import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'A stage does not copy from itself', ja: 'ステージが自分自身からコピーしていない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'A stage cannot copy from itself: the build fails, or takes an image of that name from a registry.',
    ja: '自分自身からはコピーできず、ビルドが失敗するか同名のイメージが取得されます。',
  },
  fix: {
    summary: { en: 'Name another stage in --from.', ja: '--from には別のステージを指定してください。' },
    dockerfile: `FROM golang:1.23 AS build
RUN make
FROM alpine:3.20
COPY --from=build /app /app
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['AVD-DS-0006'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const copy = find(stage.copies, (each) => each.isFromItself);
    if (!copy) return pass();
    return fail({ en: `${stage.name} copies from itself`, ja: `${stage.name} が自分自身からコピーしています` });
  },
  examples: [
    fails('its own name', {
      dockerfile: `FROM golang:1.23 AS build
COPY --from=build /app /app
`,
    }),
    passes('another stage', {
      dockerfile: `FROM golang:1.23 AS build
FROM alpine:3.20
COPY --from=build /app /app
`,
    }),
  ],
});
