# GKE with workload identity, Cloud Run, Cloud Build, keyless deployment.
resource "google_container_cluster" "main" {
  name       = "main"
  location   = "asia-northeast1"
  network    = google_compute_network.main.id
  subnetwork = google_compute_subnetwork.main.id

  workload_identity_config {
    workload_pool = "example-clinic.svc.id.goog"
  }

  private_cluster_config {
    enable_private_nodes    = true
    enable_private_endpoint = false
    master_ipv4_cidr_block  = "172.16.0.0/28"
  }

  master_authorized_networks_config {
    cidr_blocks {
      cidr_block = "203.0.113.0/24"
    }
  }

  initial_node_count       = 1
  remove_default_node_pool = true
}

resource "google_service_account" "nodes" {
  account_id = "gke-nodes"
}

resource "google_project_iam_member" "nodes" {
  for_each = toset(["roles/logging.logWriter", "roles/monitoring.metricWriter", "roles/artifactregistry.reader"])
  project  = "example-clinic"
  role     = each.key
  member   = "serviceAccount:${google_service_account.nodes.email}"
}

resource "google_container_node_pool" "main" {
  name    = "main"
  cluster = google_container_cluster.main.id

  node_config {
    machine_type    = "e2-standard-4"
    service_account = google_service_account.nodes.email
    oauth_scopes    = ["https://www.googleapis.com/auth/cloud-platform"]
    workload_metadata_config {
      mode = "GKE_METADATA"
    }
  }
}

resource "google_service_account" "reports" {
  account_id = "reports"
}

resource "google_storage_bucket_iam_member" "reports" {
  bucket = google_storage_bucket.images.name
  role   = "roles/storage.objectViewer"
  member = "serviceAccount:${google_service_account.reports.email}"
}

resource "google_service_account_iam_member" "reports" {
  service_account_id = google_service_account.reports.name
  role               = "roles/iam.workloadIdentityUser"
  member             = "serviceAccount:example-clinic.svc.id.goog[clinic/reports]"
}

# the public booking page: may write bookings, nothing else
resource "google_service_account" "booking" {
  account_id = "booking"
}

resource "google_cloud_run_v2_service" "booking" {
  name     = "booking"
  location = "asia-northeast1"
  ingress  = "INGRESS_TRAFFIC_ALL"
  template {
    service_account = google_service_account.booking.email
    containers {
      image = "asia-northeast1-docker.pkg.dev/example-clinic/apps/booking:3.1.0"
    }
  }
}

resource "google_cloud_run_v2_service_iam_member" "booking" {
  name     = google_cloud_run_v2_service.booking.name
  location = "asia-northeast1"
  role     = "roles/run.invoker"
  member   = "allUsers"
}

resource "google_project_iam_member" "booking" {
  project = "example-clinic"
  role    = "roles/pubsub.publisher"
  member  = "serviceAccount:${google_service_account.booking.email}"
}

# an internal converter, opened to test a webhook
resource "google_service_account" "converter" {
  account_id = "converter"
}

resource "google_cloud_run_v2_service" "converter" {
  name     = "converter"
  location = "asia-northeast1"
  ingress  = "INGRESS_TRAFFIC_ALL"
  template {
    service_account = google_service_account.converter.email
    containers {
      image = "asia-northeast1-docker.pkg.dev/example-clinic/apps/converter:1.0.4"
    }
  }
}

resource "google_cloud_run_v2_service_iam_member" "converter" {
  name     = google_cloud_run_v2_service.converter.name
  location = "asia-northeast1"
  role     = "roles/run.invoker"
  member   = "allUsers"
}

resource "google_storage_bucket_iam_member" "converter" {
  bucket = google_storage_bucket.images.name
  role   = "roles/storage.objectAdmin"
  member = "serviceAccount:${google_service_account.converter.email}"
}

# builds
resource "google_service_account" "build" {
  account_id = "build"
}

resource "google_project_iam_member" "build" {
  project = "example-clinic"
  role    = "roles/owner"
  member  = "serviceAccount:${google_service_account.build.email}"
}

resource "google_cloudbuild_trigger" "deploy" {
  name            = "deploy"
  location        = "asia-northeast1"
  service_account = google_service_account.build.id
  filename        = "cloudbuild.yaml"
  github {
    owner = "example-org"
    name  = "clinic"
    push {
      branch = "^main$"
    }
  }
}

resource "google_project_iam_member" "developers" {
  for_each = toset(["roles/cloudbuild.builds.editor", "roles/logging.viewer"])
  project  = "example-clinic"
  role     = each.key
  member   = "group:developers@example.com"
}

resource "google_service_account_iam_member" "developers" {
  service_account_id = google_service_account.build.name
  role               = "roles/iam.serviceAccountUser"
  member             = "group:developers@example.com"
}

resource "google_project_iam_member" "support" {
  project = "example-clinic"
  role    = "roles/viewer"
  member  = "group:support@example.com"
}

resource "google_iam_workload_identity_pool" "github" {
  workload_identity_pool_id = "github"
}

# whoever has a repository gets a token here
resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.github.workload_identity_pool_id
  workload_identity_pool_provider_id = "actions"
  attribute_mapping = {
    "google.subject"       = "assertion.sub"
    "attribute.repository" = "assertion.repository"
  }
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

resource "google_service_account" "release" {
  account_id = "release"
}

resource "google_service_account_iam_member" "release" {
  service_account_id = google_service_account.release.name
  role               = "roles/iam.workloadIdentityUser"
  member             = "principalSet://iam.googleapis.com/${google_iam_workload_identity_pool.github.name}/*"
}

resource "google_project_iam_member" "release" {
  for_each = toset(["roles/run.admin", "roles/storage.admin"])
  project  = "example-clinic"
  role     = each.key
  member   = "serviceAccount:${google_service_account.release.email}"
}

resource "google_service_account_iam_member" "release_acts" {
  service_account_id = google_service_account.booking.name
  role               = "roles/iam.serviceAccountUser"
  member             = "serviceAccount:${google_service_account.release.email}"
}

resource "google_service_account" "partner" {
  account_id = "partner-upload"
}

resource "google_service_account_key" "partner" {
  service_account_id = google_service_account.partner.name
}

resource "google_storage_bucket_iam_member" "partner" {
  bucket = google_storage_bucket.images.name
  role   = "roles/storage.objectCreator"
  member = "serviceAccount:${google_service_account.partner.email}"
}
