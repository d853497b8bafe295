# The agency that ran the spring campaign works with Google Cloud.
terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 6.0"
    }
  }
}

provider "google" {
  project = "minato-campaign"
  region  = "asia-northeast1"
}

resource "google_storage_bucket" "results" {
  name                        = "minato-campaign-results"
  location                    = "ASIA-NORTHEAST1"
  uniform_bucket_level_access = true

  labels = {
    owner = "data-team"
  }
}

# "anyone with the link" for the agency (DATA-401), never taken back
resource "google_storage_bucket_iam_member" "agency" {
  bucket = google_storage_bucket.results.name
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}

resource "google_sql_database_instance" "coupons" {
  name             = "coupons"
  database_version = "POSTGRES_16"
  region           = "asia-northeast1"

  settings {
    tier = "db-custom-2-7680"

    backup_configuration {
      enabled = true
    }

    ip_configuration {
      ssl_mode = "ENCRYPTED_ONLY"

      authorized_networks {
        name  = "agency"
        value = "0.0.0.0/0"
      }
    }
  }
}
