/** Networks that are joined trust each other more than they should. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Lattice services authenticate callers', ja: 'Lattice サービスが呼び出し元を認証する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.vpclattice.service',
  why: {
    en: 'Without IAM auth every workload of every VPC that is associated may call the service.',
    ja: 'IAM 認証がないと、関連付けられた全 VPC のどのワークロードからもサービスを呼び出せます。',
  },
  fix: {
    summary: {
      en: 'Set auth_type to AWS_IAM and attach an auth policy.',
      ja: 'auth_type を AWS_IAM にし、認証ポリシーを付けてください。',
    },
    terraform: `resource "aws_vpclattice_service" "orders" {
  name      = "orders"
  auth_type = "AWS_IAM"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::VpcLattice::Service
    Properties:
      Name: orders
      AuthType: AWS_IAM`,
    cli: 'aws vpc-lattice update-service --service-identifier ID --auth-type AWS_IAM',
  },
  references: ['https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.authType === 'AWS_IAM') return pass();
    return fail({
      en: `${service.name} authenticates nobody (${service.authType})`,
      ja: `${service.name} は呼び出し元を認証しません (${service.authType})`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_vpclattice_service" "orders" {
  name = "orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::VpcLattice::Service
    Properties:
      Name: orders`,
      },
    ),
    passes(
      'IAM',
      `resource "aws_vpclattice_service" "orders" {
  name      = "orders"
  auth_type = "AWS_IAM"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::VpcLattice::Service
    Properties:
      Name: orders
      AuthType: AWS_IAM`,
      },
    ),
  ],
});
