/** Without IAM sign-in a public graph belongs to everybody. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Neptune instances are not public', ja: 'Neptune インスタンスが公開されていない' },
  severity: 'critical',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.neptune.instance',
  why: {
    en: 'A public endpoint lets everybody on the internet send queries to the graph.',
    ja: '公開エンドポイントがあると、インターネット上の誰もがグラフにクエリを送れます。',
  },
  fix: {
    summary: { en: 'Remove publicly_accessible.', ja: 'publicly_accessible を削除してください。' },
    terraform: `resource "aws_neptune_cluster_instance" "relations" {
  identifier         = "relations-1"
  cluster_identifier = "relations"
}`,
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/get-started-vpc.html'],
  equivalents: ['CKV_AWS_102'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (!instance.isPublic) return pass();
    return fail({
      en: `Instance ${instance.name} is reachable from the internet`,
      ja: `インスタンス ${instance.name} はインターネットから到達できます`,
    });
  },
  examples: [
    fails(
      'public',
      `resource "aws_neptune_cluster_instance" "relations" {
  identifier          = "relations-1"
  cluster_identifier  = "relations"
  publicly_accessible = true
}`,
    ),
    passes(
      'the default',
      `resource "aws_neptune_cluster_instance" "relations" {
  identifier         = "relations-1"
  cluster_identifier = "relations"
}`,
    ),
  ],
});
