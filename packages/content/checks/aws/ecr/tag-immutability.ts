/** A tag that can be moved names another image tomorrow. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Tags cannot be overwritten', ja: 'タグを上書きできない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ecr.repository',
  why: {
    en: 'A tag that can be overwritten names another image tomorrow: what was tested and scanned is not what runs.',
    ja: '上書きできるタグは、明日には別のイメージを指します。検査したものと動くものが変わってしまいます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'image_tag_mutability', value: 'IMMUTABLE' }],
      cloudformation: [{ set: 'ImageTagMutability', value: 'IMMUTABLE' }],
    },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set image_tag_mutability to IMMUTABLE.',
      ja: 'image_tag_mutability を IMMUTABLE にしてください。',
    },
    terraform: `resource "aws_ecr_repository" "orders" {
  name                 = "orders"
  image_tag_mutability = "IMMUTABLE"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: orders
      ImageTagMutability: IMMUTABLE`,
    cli: 'aws ecr put-image-tag-mutability --repository-name NAME --image-tag-mutability IMMUTABLE',
  },
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html'],
  equivalents: [
    'CKV_AWS_51',
    'AVD-AWS-0031',
    'tfsec:aws-ecr-enforce-immutable-repository',
    'ECR.2',
    'prowler:ecr_repositories_tag_immutability',
    'cloudsploit:ecrRepositoryTagImmutability',
  ],
  evaluate(repository) {
    if (repository.tagMutability.startsWith('IMMUTABLE')) return pass();
    return fail({
      en: `Tags of repository ${repository.name} can be overwritten (${repository.tagMutability})`,
      ja: `リポジトリ ${repository.name} のタグは上書きできます (${repository.tagMutability})`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_ecr_repository" "orders" {
  name = "orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: orders`,
      },
    ),
    fails(
      'mutable',
      `resource "aws_ecr_repository" "orders" {
  name                 = "orders"
  image_tag_mutability = "MUTABLE"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: orders
      ImageTagMutability: MUTABLE`,
      },
    ),
    passes(
      'immutable',
      `resource "aws_ecr_repository" "orders" {
  name                 = "orders"
  image_tag_mutability = "IMMUTABLE"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: orders
      ImageTagMutability: IMMUTABLE`,
      },
    ),
  ],
});
