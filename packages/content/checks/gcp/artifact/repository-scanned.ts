/** A repository that is left out of scanning hides what the others show. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Repositories are not left out of scanning', ja: 'リポジトリが脆弱性スキャンから除外されていない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'gcp.artifact.repository',
  why: {
    en: 'Images in it may have known holes that nobody is told about.',
    ja: '既知の脆弱性があっても誰にも知らされません。',
  },
  fix: {
    edits: { terraform: [{ set: 'vulnerability_scanning_config.enablement_config', value: 'INHERITED' }] },
    cautions: ['costs'],
    summary: {
      en: 'Leave vulnerability_scanning_config out or set it to INHERITED.',
      ja: 'vulnerability_scanning_config を書かないか INHERITED にしてください。',
    },
    terraform: `resource "google_artifact_registry_repository" "web" {
  repository_id = "web"
  location      = "asia-northeast1"
  format        = "DOCKER"
  vulnerability_scanning_config {
    enablement_config = "INHERITED"
  }
}`,
  },
  references: ['https://cloud.google.com/artifact-analysis/docs/container-scanning-overview'],
  equivalents: [],
  evaluate(repository) {
    if (repository.scanning !== 'DISABLED') return pass();
    return fail({
      en: `Repository ${repository.name} is left out of scanning`,
      ja: `リポジトリ ${repository.name} は脆弱性スキャンから除外されています`,
    });
  },
  examples: [
    fails(
      'enablement_config is DISABLED',
      `resource "google_artifact_registry_repository" "web" {
  repository_id = "web"
  location      = "asia-northeast1"
  format        = "DOCKER"
  vulnerability_scanning_config {
    enablement_config = "DISABLED"
  }
}`,
    ),
    passes(
      'enablement_config is INHERITED',
      `resource "google_artifact_registry_repository" "web" {
  repository_id = "web"
  location      = "asia-northeast1"
  format        = "DOCKER"
  vulnerability_scanning_config {
    enablement_config = "INHERITED"
  }
}`,
    ),
    passes(
      'not written',
      `resource "google_artifact_registry_repository" "web" {
  repository_id = "web"
  location      = "asia-northeast1"
  format        = "DOCKER"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enablement_config" {}
resource "google_artifact_registry_repository" "web" {
  repository_id = "web"
  location      = "asia-northeast1"
  format        = "DOCKER"
  vulnerability_scanning_config {
    enablement_config = var.enablement_config
  }
}`,
    ),
  ],
});
