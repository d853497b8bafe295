/** A stolen session works until it ends. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Sessions of Identity Center are short', ja: 'Identity Center のセッションが短い' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sso.permission-set',
  why: {
    en: 'A session copied from a laptop works for as long as the permission set allows.',
    ja: '端末から盗まれたセッションは、許可セットの定める時間だけ使えます。',
  },
  fix: {
    edits: { terraform: [{ set: 'session_duration', value: 'PT4H' }], cloudformation: [{ set: 'SessionDuration', value: 'PT4H' }] },
    summary: { en: 'Set session_duration to eight hours or less.', ja: 'session_duration を 8 時間以下にしてください。' },
    terraform: `resource "aws_ssoadmin_permission_set" "admin" {
  name         = "admin"
  instance_arn = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  session_duration = "PT4H"
}`,
    cloudformation: `Resources:
  Admin:
    Type: AWS::SSO::PermissionSet
    Properties:
      Name: admin
      InstanceArn: arn:aws:sso:::instance/ssoins-0123456789abcdef
      SessionDuration: PT4H`,
  },
  references: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  params: {
    longestHours: { type: 'number', default: 8, min: 1, description: { en: 'Longest session in hours', ja: 'セッションの最長時間' } },
  },
  evaluate(set, { longestHours }) {
    const hours = hoursOf(set.sessionDuration);
    if (hours === undefined || hours <= longestHours) return pass();
    return fail({
      en: `Sessions of permission set ${set.name} last ${hours} hours, longer than ${longestHours}`,
      ja: `許可セット ${set.name} のセッションは ${hours} 時間で、上限の ${longestHours} 時間を超えます`,
    });
  },
  examples: [
    fails(
      'half a day',
      `resource "aws_ssoadmin_permission_set" "admin" {
  name         = "admin"
  instance_arn = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  session_duration = "PT12H"
}`,
      {
        cloudformation: `Resources:
  Admin:
    Type: AWS::SSO::PermissionSet
    Properties:
      Name: admin
      InstanceArn: arn:aws:sso:::instance/ssoins-0123456789abcdef
      SessionDuration: PT12H`,
      },
    ),
    passes(
      'an hour by default',
      `resource "aws_ssoadmin_permission_set" "admin" {
  name         = "admin"
  instance_arn = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
}`,
      {
        cloudformation: `Resources:
  Admin:
    Type: AWS::SSO::PermissionSet
    Properties:
      Name: admin
      InstanceArn: arn:aws:sso:::instance/ssoins-0123456789abcdef`,
      },
    ),
    passes(
      'minutes',
      `resource "aws_ssoadmin_permission_set" "admin" {
  name         = "admin"
  instance_arn = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  session_duration = "PT90M"
}`,
    ),
  ],
});

/** Of an ISO-8601 duration such as `PT1H30M`; undefined for anything else, which AWS refuses. */
function hoursOf(duration: string): number | undefined {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration);
  return parts ? Number(parts[1] ?? 0) + Number(parts[2] ?? 0) / 60 + Number(parts[3] ?? 0) / 3600 : undefined;
}
