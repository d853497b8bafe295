/** The whoAMI attack: publish an image with a popular name and wait for a careless search. */
import { anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Searches for machine images name the owner', ja: 'マシンイメージの検索で所有者が指定されている' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ec2.image-lookup',
  why: {
    en: 'A search by name alone takes the newest public image of any account: an attacker who publishes one under that name runs code here.',
    ja: '名前だけの検索では、任意のアカウントの最新の公開イメージが選ばれ、同名のイメージを公開した攻撃者のコードが動きます。',
  },
  fix: {
    summary: {
      en: 'Set owners to amazon or to the account ids that you trust.',
      ja: 'owners に amazon か信頼するアカウント ID を指定してください。',
    },
    terraform: `data "aws_ami" "base" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["al2023-ami-*-x86_64"]
  }
}

resource "aws_instance" "orders" {
  ami           = data.aws_ami.base.id
  instance_type = "t3.micro"
}`,
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami.html'],
  equivalents: ['CKV_AWS_386', 'AVD-AWS-0344', 'tfsec:aws-ec2-specify-ami-owners'],
  noFramework: 'no control mapping yet',
  evaluate(lookup) {
    if (
      anyOf(
        () => lookup.namesOwner,
        () => lookup.filtersOwner,
      )
    )
      return pass();
    return fail({
      en: `Image search ${lookup.name} takes images of any owner`,
      ja: `イメージの検索 ${lookup.name} は任意の所有者のイメージを選びます`,
    });
  },
  examples: [
    fails(
      'by name alone',
      `data "aws_ami" "base" {
  most_recent = true

  filter {
    name   = "name"
    values = ["al2023-ami-*-x86_64"]
  }
}

resource "aws_instance" "orders" {
  ami           = data.aws_ami.base.id
  instance_type = "t3.micro"
}`,
    ),
    passes(
      'of Amazon',
      `data "aws_ami" "base" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["al2023-ami-*-x86_64"]
  }
}

resource "aws_instance" "orders" {
  ami           = data.aws_ami.base.id
  instance_type = "t3.micro"
}`,
    ),
  ],
});
