/** Types of the Terraform provider that readers know and no API answer becomes, each with the reason. A test holds the list complete. */

const IAP = 'grants of Identity-Aware Proxy have an API of their own, which lists nothing: every resource would have to be asked';
const SMALL = 'neither Cloud Asset Inventory nor a listing for the whole project tells of it';
const CODE = 'exists in code only';

/** Reason by type; a key that ends in `_iam` stands for its member, binding and policy resources. */
export const uncollectedTypes: Readonly<Record<string, string>> = {
  'data.google_iam_policy': CODE,
  google_compute_instance_from_template: `${CODE}: it becomes an instance like any other`,
  google_dataflow_flex_template_job: `${CODE}: it becomes a job like any other`,
  google_compute_project_metadata_item: 'the metadata of a project is collected as a whole',
  google_compute_disk_resource_policy_attachment: 'a disk itself says which policies are attached',
  google_compute_region_disk_resource_policy_attachment: 'a disk itself says which policies are attached',
  google_bigquery_dataset_access: 'a dataset itself says who has access',
  google_bigquery_dataset_iam: 'the access list of a dataset holds its grants',
  google_cloud_run_v2_service: 'collected in the form of the first version, which tells the same',
  google_cloud_run_v2_service_iam: 'collected in the form of the first version, which tells the same',
  google_organization_policy: 'the newer API tells of the same policies',
  google_folder_organization_policy: 'the newer API tells of the same policies',
  google_project_organization_policy: 'the newer API tells of the same policies',
  google_secret_manager_secret_version: 'values of secrets are never asked for',
  google_secret_manager_regional_secret_version: 'values of secrets are never asked for',
  google_storage_bucket_acl: 'collected entry by entry, as access controls',
  google_storage_default_object_acl: 'collected entry by entry, as access controls',
  google_dialogflow_cx_webhook: 'the API does not say whether a webhook is logged',
  google_document_ai_warehouse_location: 'the service has ended and has no listing',
  google_iap_app_engine_service_iam: IAP,
  google_iap_app_engine_version_iam: IAP,
  google_iap_tunnel_dest_group_iam: IAP,
  google_iap_tunnel_iam: IAP,
  google_iap_tunnel_instance_iam: IAP,
  google_iap_web_backend_service_iam: IAP,
  google_iap_web_cloud_run_service_iam: IAP,
  google_iap_web_iam: IAP,
  google_iap_web_region_backend_service_iam: IAP,
  google_iap_web_type_app_engine_iam: IAP,
  google_iap_web_type_compute_iam: IAP,
  google_beyondcorp_application_iam: SMALL,
  google_beyondcorp_security_gateway_application_iam: SMALL,
  google_beyondcorp_security_gateway_iam: SMALL,
  google_compute_instant_snapshot_iam: SMALL,
  google_dataplex_glossary_iam: SMALL,
  google_dataproc_metastore_database_iam: SMALL,
  google_dataproc_metastore_table_iam: SMALL,
  google_endpoints_service_consumers_iam: SMALL,
  google_gemini_repository_group_iam: SMALL,
  google_kms_ekm_connection_iam: SMALL,
  google_logging_log_view_iam: SMALL,
  google_scc_source_iam: SMALL,
  google_scc_v2_organization_source_iam: SMALL,
  google_storage_managed_folder_iam: SMALL,
};

/** Why no live resource has this type; undefined when one may. */
export function whyUncollected(type: string): string | undefined {
  return uncollectedTypes[type] ?? uncollectedTypes[type.replace(/_iam_(?:member|binding|policy)$/, '_iam')];
}
