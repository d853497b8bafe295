/** Known holes in images are found when somebody looks; on push is before the image runs. */
import { any, anyOf, defineCheck, fail, fails, isUnknown, matchesPattern, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Images are scanned on push', ja: 'イメージがプッシュ時にスキャンされる' },
  severity: 'high',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.ecr.repository',
  why: {
    en: 'Without a scan, images with known vulnerabilities are deployed and nobody hears of it.',
    ja: 'スキャンがないと、既知の脆弱性を含むイメージが気づかれないままデプロイされます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'image_scanning_configuration.scan_on_push', value: true }],
      cloudformation: [{ set: 'ImageScanningConfiguration.ScanOnPush', value: true }],
    },
    summary: {
      en: 'Set scan_on_push, or cover the repository by a scanning rule of the registry.',
      ja: 'scan_on_push を true にするか、レジストリのスキャンルールの対象に含めてください。',
    },
    terraform: `resource "aws_ecr_repository" "orders" {
  name = "orders"

  image_scanning_configuration {
    scan_on_push = true
  }
}`,
    cli: 'aws ecr put-image-scanning-configuration --repository-name NAME --image-scanning-configuration scanOnPush=true',
    console: {
      en: 'ECR → Private registry → Features and settings → Scanning → Edit → Basic or enhanced, scan on push for all repositories → Save.',
      ja: 'ECR → プライベートレジストリ → 機能と設定 → スキャン → 編集 → 全リポジトリをプッシュ時にスキャン → 保存。',
    },
  },
  references: [
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-filters.html',
  ],
  equivalents: [
    'CKV_AWS_163',
    'AVD-AWS-0030',
    'tfsec:aws-ecr-enable-image-scans',
    'ECR.1',
    'prowler:ecr_repositories_scan_images_on_push_enabled',
    'prowler:ecr_registry_scan_images_on_push_enabled',
  ],
  evaluate(repository) {
    const isScanned = anyOf(
      () => any(repository.registryScanFilters, (filter) => covers(filter, () => repository.repositoryName ?? '')),
      () => repository.scanOnPush,
    );
    if (isScanned) return pass();
    return fail(
      {
        en: `Images of repository ${repository.name} are not scanned on push`,
        ja: `リポジトリ ${repository.name} のイメージはプッシュ時にスキャンされません`,
      },
      { at: ['scanOnPush'] },
    );
  },
  examples: [
    fails('not written', `resource "aws_ecr_repository" "orders" {\n  name = "orders"\n}`),
    fails(
      'switched off, and the registry scans others',
      `resource "aws_ecr_repository" "orders" {
  name = "orders"
  image_scanning_configuration {
    scan_on_push = false
  }
}
resource "aws_ecr_registry_scanning_configuration" "main" {
  scan_type = "BASIC"
  rule {
    scan_frequency = "SCAN_ON_PUSH"
    repository_filter {
      filter      = "prod-*"
      filter_type = "WILDCARD"
    }
  }
}`,
    ),
    passes(
      'switched on',
      `resource "aws_ecr_repository" "orders" {
  name = "orders"
  image_scanning_configuration {
    scan_on_push = true
  }
}`,
    ),
    passes(
      'the registry scans all, whatever the name',
      `variable "name" {}
resource "aws_ecr_repository" "orders" {
  name = var.name
}
resource "aws_ecr_registry_scanning_configuration" "main" {
  scan_type = "ENHANCED"
  rule {
    scan_frequency = "CONTINUOUS_SCAN"
    repository_filter {
      filter      = "*"
      filter_type = "WILDCARD"
    }
  }
}`,
    ),
    passes(
      'filter without wildcard: part of the name',
      `resource "aws_ecr_repository" "orders" {
  name = "shop/orders-api"
}
resource "aws_ecr_registry_scanning_configuration" "main" {
  scan_type = "BASIC"
  rule {
    scan_frequency = "SCAN_ON_PUSH"
    repository_filter {
      filter      = "orders"
      filter_type = "WILDCARD"
    }
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "scan" {}
resource "aws_ecr_repository" "orders" {
  name = "orders"
  image_scanning_configuration {
    scan_on_push = var.scan
  }
}`,
    ),
    fails('not written (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: orders`,
    }),
    passes('switched on (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: orders
      ImageScanningConfiguration:
        ScanOnPush: true`,
    }),
    passes('the registry scans all (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: orders
  Scanning:
    Type: AWS::ECR::RegistryScanningConfiguration
    Properties:
      ScanType: ENHANCED
      Rules:
        - ScanFrequency: CONTINUOUS_SCAN
          RepositoryFilters:
            - Filter: "*"
              FilterType: WILDCARD`,
    }),
  ],
});

/** The filter of a scanning rule: `*` any characters; without one, any name that contains it. */
function covers(filter: string, name: () => string): boolean {
  if (/^\*+$/.test(filter)) return true;
  return filter.includes('*') ? matchesPattern(filter, name()) : name().includes(filter);
}
