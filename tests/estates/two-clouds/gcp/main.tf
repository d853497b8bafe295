terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 6.0"
    }
  }
}

provider "google" {
  project = "example-analysis"
  region  = "asia-northeast1"
}

resource "google_container_cluster" "analysis" {
  name     = "analysis"
  location = "asia-northeast1"

  workload_identity_config {
    workload_pool = "example-analysis.svc.id.goog"
  }

  private_cluster_config {
    enable_private_nodes    = true
    enable_private_endpoint = true
  }
}

resource "google_bigquery_dataset" "orders" {
  dataset_id = "orders"
  location   = "asia-northeast1"
  labels     = { data_class = "payment" }
}

resource "google_storage_bucket" "landing" {
  name                        = "example-analysis-landing"
  location                    = "ASIA-NORTHEAST1"
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
  labels                      = { data_class = "payment" }
}

resource "google_storage_bucket" "models" {
  name                        = "example-analysis-models"
  location                    = "ASIA-NORTHEAST1"
  uniform_bucket_level_access = true
}

resource "google_service_account" "importer" {
  account_id = "importer"
}

resource "google_storage_bucket_iam_member" "importer" {
  bucket = google_storage_bucket.landing.name
  role   = "roles/storage.objectUser"
  member = "serviceAccount:${google_service_account.importer.email}"
}

resource "google_service_account_iam_member" "importer" {
  service_account_id = google_service_account.importer.name
  role               = "roles/iam.workloadIdentityUser"
  member             = "serviceAccount:example-analysis.svc.id.goog[analysis/importer]"
}

resource "google_service_account" "trainer" {
  account_id = "trainer"
}

resource "google_storage_bucket_iam_member" "trainer" {
  bucket = google_storage_bucket.models.name
  role   = "roles/storage.objectUser"
  member = "serviceAccount:${google_service_account.trainer.email}"
}

resource "google_bigquery_dataset_iam_member" "analysts" {
  dataset_id = google_bigquery_dataset.orders.dataset_id
  role       = "roles/bigquery.dataViewer"
  member     = "group:analysts@example.com"
}

# trial of hosted notebooks: made tokens for every account of the project
resource "google_project_iam_member" "trial" {
  project = "example-analysis"
  role    = "roles/iam.serviceAccountTokenCreator"
  member  = "user:noda.kaito@example.com"
}

resource "google_project_iam_member" "reader" {
  project = "example-analysis"
  role    = "roles/bigquery.jobUser"
  member  = "group:analysts@example.com"
}
