terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 6.0"
    }
  }
}

provider "google" {
  project = "example-clinic"
  region  = "asia-northeast1"
}

data "google_project" "clinic" {
  project_id = "example-clinic"
}

resource "google_compute_network" "main" {
  name                    = "main"
  auto_create_subnetworks = false
}

resource "google_compute_subnetwork" "main" {
  name                     = "main"
  network                  = google_compute_network.main.id
  region                   = "asia-northeast1"
  ip_cidr_range            = "10.90.0.0/20"
  private_ip_google_access = true
}

resource "google_compute_firewall" "internal" {
  name          = "internal"
  network       = google_compute_network.main.id
  source_ranges = ["10.90.0.0/20"]
  allow {
    protocol = "tcp"
  }
}

resource "google_compute_firewall" "iap" {
  name          = "iap"
  network       = google_compute_network.main.id
  source_ranges = ["35.235.240.0/20"]
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}

# the imaging vendor connects from many places
resource "google_compute_firewall" "vendor" {
  name          = "vendor-ssh"
  network       = google_compute_network.main.id
  source_ranges = ["0.0.0.0/0"]
  target_tags   = ["imaging"]
  allow {
    protocol = "tcp"
    ports    = ["22", "8042"]
  }
}

# runs as the default account with all scopes
resource "google_compute_instance" "imaging" {
  name         = "imaging"
  machine_type = "e2-standard-4"
  zone         = "asia-northeast1-a"
  tags         = ["imaging"]

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }

  network_interface {
    subnetwork = google_compute_subnetwork.main.id
    access_config {}
  }

  service_account {
    email  = "${data.google_project.clinic.number}-compute@developer.gserviceaccount.com"
    scopes = ["cloud-platform"]
  }

  metadata = {
    startup-script = "sed -i 's/^PasswordAuthentication no/PasswordAuthentication yes/' /etc/ssh/sshd_config && systemctl restart ssh"
  }
}

resource "google_project_iam_member" "default_compute" {
  project = "example-clinic"
  role    = "roles/editor"
  member  = "serviceAccount:${data.google_project.clinic.number}-compute@developer.gserviceaccount.com"
}

resource "google_compute_instance" "worker" {
  name         = "worker"
  machine_type = "e2-standard-2"
  zone         = "asia-northeast1-a"

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }

  network_interface {
    subnetwork = google_compute_subnetwork.main.id
  }

  service_account {
    email  = google_service_account.worker.email
    scopes = ["cloud-platform"]
  }
}

resource "google_service_account" "worker" {
  account_id = "worker"
}

resource "google_storage_bucket_iam_member" "worker" {
  bucket = google_storage_bucket.thumbnails.name
  role   = "roles/storage.objectUser"
  member = "serviceAccount:${google_service_account.worker.email}"
}

resource "google_storage_bucket" "thumbnails" {
  name                        = "example-clinic-thumbnails"
  location                    = "ASIA-NORTHEAST1"
  uniform_bucket_level_access = true
}

resource "google_storage_bucket" "images" {
  name                        = "example-clinic-images"
  location                    = "ASIA-NORTHEAST1"
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
  labels                      = { data_class = "health" }
}

resource "google_storage_bucket" "site" {
  name                        = "www.example.com"
  location                    = "ASIA-NORTHEAST1"
  uniform_bucket_level_access = true
  labels                      = { data_class = "public" }
}

resource "google_storage_bucket_iam_member" "site" {
  bucket = google_storage_bucket.site.name
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}

resource "google_bigquery_dataset" "visits" {
  dataset_id = "visits"
  location   = "asia-northeast1"
  labels     = { data_class = "health" }
}

# shared with the university, then with every signed-in account
resource "google_bigquery_dataset_iam_member" "university" {
  dataset_id = google_bigquery_dataset.visits.dataset_id
  role       = "roles/bigquery.dataViewer"
  member     = "allAuthenticatedUsers"
}

resource "google_secret_manager_secret" "insurer" {
  secret_id = "insurer-api"
  replication {
    auto {}
  }
}
