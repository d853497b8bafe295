/** A streamed desktop with its own way out carries data past the company's filters. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Fleets have no default internet access', ja: 'フリートの既定のインターネットアクセスが無効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.appstream.fleet',
  why: {
    en: "Default internet access gives instances public addresses and a way out past the VPC's filters and logs.",
    ja: '既定のインターネットアクセスでは、インスタンスにパブリックアドレスが付き、VPC のフィルターやログを迂回できます。',
  },
  fix: {
    summary: {
      en: 'Set enable_default_internet_access to false and route through a NAT gateway.',
      ja: 'enable_default_internet_access を false にし、NAT ゲートウェイを経由させてください。',
    },
    terraform: `resource "aws_appstream_fleet" "office" {
  name          = "office"
  instance_type = "stream.standard.medium"
  compute_capacity {
    desired_instances = 1
  }
  enable_default_internet_access = false
}`,
    cloudformation: `Resources:
  Office:
    Type: AWS::AppStream::Fleet
    Properties:
      Name: office
      InstanceType: stream.standard.medium
      ComputeCapacity:
        DesiredInstances: 1
      EnableDefaultInternetAccess: false`,
    cli: 'aws appstream update-fleet --name NAME --no-enable-default-internet-access',
  },
  references: ['https://docs.aws.amazon.com/appstream2/latest/developerguide/internet-access.html'],
  equivalents: ['prowler:appstream_fleet_default_internet_access_disabled'],
  noFramework: 'no control mapping yet',
  evaluate(fleet) {
    if (!fleet.hasInternet) return pass();
    return fail({
      en: `Fleet ${fleet.name} has default internet access`,
      ja: `フリート ${fleet.name} は既定のインターネットアクセスが有効です`,
    });
  },
  examples: [
    fails(
      'on',
      `resource "aws_appstream_fleet" "office" {
  name          = "office"
  instance_type = "stream.standard.medium"
  compute_capacity {
    desired_instances = 1
  }
  enable_default_internet_access = true
}`,
      {
        cloudformation: `Resources:
  Office:
    Type: AWS::AppStream::Fleet
    Properties:
      Name: office
      InstanceType: stream.standard.medium
      ComputeCapacity:
        DesiredInstances: 1
      EnableDefaultInternetAccess: true`,
      },
    ),
    passes(
      'off',
      `resource "aws_appstream_fleet" "office" {
  name          = "office"
  instance_type = "stream.standard.medium"
  compute_capacity {
    desired_instances = 1
  }
  enable_default_internet_access = false
}`,
      {
        cloudformation: `Resources:
  Office:
    Type: AWS::AppStream::Fleet
    Properties:
      Name: office
      InstanceType: stream.standard.medium
      ComputeCapacity:
        DesiredInstances: 1
      EnableDefaultInternetAccess: false`,
      },
    ),
  ],
});
