/** A tag that can move is not what was tested. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Tags of images cannot be moved', ja: 'イメージのタグを変更できない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.artifact.repository',
  why: {
    en: 'Whoever may push can put another image behind a tag that production pulls.',
    ja: 'プッシュ権限があれば、本番が取得するタグの中身を差し替えられます。',
  },
  fix: {
    edits: { terraform: [{ set: 'docker_config.immutable_tags', value: true }] },
    cautions: ['breaks-software'],
    summary: { en: 'Set immutable_tags to true in docker_config.', ja: 'docker_config の immutable_tags を true にしてください。' },
    terraform: `resource "google_artifact_registry_repository" "web" {
  repository_id = "web"
  location      = "asia-northeast1"
  format        = "DOCKER"
  docker_config {
    immutable_tags = true
  }
}`,
  },
  references: ['https://cloud.google.com/artifact-registry/docs/docker/manage-images'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(repository) {
    if (!repository.isDocker)
      return notApplicable({ en: `${repository.name} holds no images`, ja: `${repository.name} はイメージ用ではありません` });
    if (repository.hasImmutableTags) return pass();
    return fail({ en: `Tags in ${repository.name} can be moved`, ja: `${repository.name} のタグは変更できます` });
  },
  examples: [
    fails(
      'immutable_tags is false',
      `resource "google_artifact_registry_repository" "web" {
  repository_id = "web"
  location      = "asia-northeast1"
  format        = "DOCKER"
  docker_config {
    immutable_tags = false
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_artifact_registry_repository" "web" {
  repository_id = "web"
  location      = "asia-northeast1"
  format        = "DOCKER"
}`,
    ),
    passes(
      'immutable_tags is true',
      `resource "google_artifact_registry_repository" "web" {
  repository_id = "web"
  location      = "asia-northeast1"
  format        = "DOCKER"
  docker_config {
    immutable_tags = true
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "immutable_tags" {}
resource "google_artifact_registry_repository" "web" {
  repository_id = "web"
  location      = "asia-northeast1"
  format        = "DOCKER"
  docker_config {
    immutable_tags = var.immutable_tags
  }
}`,
    ),
    isNotApplicable(
      'packages',
      `resource "google_artifact_registry_repository" "npm" {
  repository_id = "npm"
  format        = "NPM"
}`,
    ),
  ],
});
