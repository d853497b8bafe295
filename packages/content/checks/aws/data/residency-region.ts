/** Laws and contracts say where personal data may be kept. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes, tagValue } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Regulated data stays in approved regions', ja: '規制対象データが承認済みリージョンにとどまる' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.core.data-store',
  why: {
    en: 'Personal data in a region that law, contract or policy does not allow is a breach of rules even when nobody steals it.',
    ja: '法令・契約・規程が認めないリージョンに個人データを置くことは、漏えいがなくても違反になります。',
  },
  fix: {
    summary: {
      en: 'Move the resource to an approved region, or class its data correctly.',
      ja: '承認済みリージョンに移すか、データ区分を正しく付け直してください。',
    },
    terraform: `provider "aws" {
  region = "ap-northeast-1"
}

resource "aws_s3_bucket" "members" {
  bucket = "members-bucket"

  tags = {
    DataClass = "personal"
  }
}`,
    cli: 'aws resourcegroupstaggingapi get-resources --tag-filters Key=DataClass,Values=personal',
    console: {
      en: 'Open the resource in its region, copy the data to an approved region, then delete the original.',
      ja: '対象リージョンのリソースを開き、データを承認済みリージョンにコピーしてから元を削除します。',
    },
  },
  references: ['https://docs.aws.amazon.com/controltower/latest/controlreference/data-residency-controls.html'],
  equivalents: [],
  params: {
    approvedRegions: {
      type: 'strings',
      default: ['ap-northeast-1', 'ap-northeast-3'],
      description: { en: 'Regions where regulated data may be', ja: '規制対象データを置いてよいリージョン' },
    },
    classTag: { type: 'strings', default: ['DataClass'], description: { en: 'Tag that classes the data', ja: 'データ区分のタグキー' } },
    regulatedClasses: {
      type: 'strings',
      default: ['personal', 'confidential', 'restricted', 'pii', 'phi', 'pci'],
      description: { en: 'Values of that tag that are regulated, lower case', ja: '規制対象とみなすタグの値 (小文字)' },
    },
  },
  evaluate(store, { approvedRegions, classTag, regulatedClasses }) {
    const dataClass = tagValue(store.tags, classTag[0] ?? 'DataClass');
    if (dataClass === undefined || !regulatedClasses.includes(dataClass.toLowerCase())) {
      return notApplicable({
        en: `${store.name} holds no regulated data by its tag`,
        ja: `${store.name} のタグは規制対象データを示していません`,
      });
    }
    const { region } = store;
    if (approvedRegions.includes(region)) return pass();
    return fail({
      en: `${store.name} keeps ${dataClass} data in ${region}, which is not an approved region`,
      ja: `${store.name} は ${dataClass} のデータを承認されていないリージョン ${region} に保存しています`,
    });
  },
  examples: [
    fails(
      'personal data in Virginia',
      `provider "aws" {
  region = "us-east-1"
}
resource "aws_s3_bucket" "members" {
  bucket = "members-bucket"
  tags = {
    DataClass = "personal"
  }
}
`,
    ),
    passes(
      'personal data in Tokyo',
      `provider "aws" {
  region = "ap-northeast-1"
}
resource "aws_s3_bucket" "members" {
  bucket = "members-bucket"
  tags = {
    DataClass = "personal"
  }
}
`,
    ),
    passes(
      "an approved region of one's own",
      `provider "aws" {
  region = "eu-central-1"
}
resource "aws_s3_bucket" "members" {
  bucket = "members-bucket"
  tags = {
    DataClass = "personal"
  }
}
`,
      { params: { approvedRegions: ['eu-central-1'] } },
    ),
    isNotApplicable(
      'public data',
      `provider "aws" {
  region = "us-east-1"
}
resource "aws_s3_bucket" "members" {
  bucket = "members-bucket"
  tags = {
    DataClass = "public"
  }
}
`,
    ),
    isUnknown(
      'the region is not written',
      `provider "aws" {
}
resource "aws_s3_bucket" "members" {
  bucket = "members-bucket"
  tags = {
    DataClass = "personal"
  }
}
`,
    ),
  ],
});
