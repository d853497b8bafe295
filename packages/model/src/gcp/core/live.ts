/** Kinds of which only labels and grants are judged: their bodies need no words but those of the API. Source: API references of the services, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = [
  ...gcpSources('netapp.googleapis.com', {
    storagePools: { asset: 'StoragePool', type: 'google_netapp_storage_pool' },
    volumes: { asset: 'Volume', type: 'google_netapp_volume' },
  }),
  ...gcpSources('backupdr.googleapis.com', {
    backupVaults: { asset: 'BackupVault', type: 'google_backup_dr_backup_vault' },
    backupPlanAssociations: { asset: 'BackupPlanAssociation', type: 'google_backup_dr_backup_plan_association' },
  }),
  ...gcpSources('gkebackup.googleapis.com', {
    backupPlans: { asset: 'BackupPlan', type: 'google_gke_backup_backup_plan', grantsBy: 'name' },
    restorePlans: { asset: 'RestorePlan', type: 'google_gke_backup_restore_plan', grantsBy: 'name' },
  }),
  ...gcpSources('dataplex.googleapis.com', {
    lakes: { asset: 'Lake', type: 'google_dataplex_lake', grantsBy: 'lake' },
    zones: { asset: 'Zone', type: 'google_dataplex_zone', grantsBy: 'dataplex_zone' },
    assets: { asset: 'Asset', type: 'google_dataplex_asset', grantsBy: 'asset' },
    tasks: { asset: 'Task', type: 'google_dataplex_task', grantsBy: 'task_id' },
    dataScans: { asset: 'DataScan', type: 'google_dataplex_datascan', grantsBy: 'data_scan_id' },
    entryGroups: { asset: 'EntryGroup', type: 'google_dataplex_entry_group', grantsBy: 'entry_group_id' },
    entryTypes: { asset: 'EntryType', type: 'google_dataplex_entry_type', grantsBy: 'entry_type_id' },
    aspectTypes: { asset: 'AspectType', type: 'google_dataplex_aspect_type', grantsBy: 'aspect_type_id' },
  }),
  ...gcpSources('datastream.googleapis.com', {
    streams: { asset: 'Stream', type: 'google_datastream_stream' },
    connectionProfiles: { asset: 'ConnectionProfile', type: 'google_datastream_connection_profile' },
  }),
  ...gcpSources('looker.googleapis.com', { instances: { asset: 'Instance', type: 'google_looker_instance' } }),
  ...gcpSources('gkehub.googleapis.com', {
    memberships: { asset: 'Membership', items: 'resources', type: 'google_gke_hub_membership', grantsBy: 'membership_id' },
    features: { asset: 'Feature', items: 'resources', type: 'google_gke_hub_feature', grantsBy: 'name' },
    fleets: { asset: 'Fleet', type: 'google_gke_hub_fleet' },
    scopes: { asset: 'Scope', type: 'google_gke_hub_scope', grantsBy: 'scope_id' },
  }),
  ...gcpSources('clouddeploy.googleapis.com', {
    targets: { asset: 'Target', type: 'google_clouddeploy_target', grantsBy: 'name' },
    deliveryPipelines: { asset: 'DeliveryPipeline', type: 'google_clouddeploy_delivery_pipeline', grantsBy: 'name' },
    customTargetTypes: { asset: 'CustomTargetType', type: 'google_clouddeploy_custom_target_type', grantsBy: 'name' },
  }),
  ...gcpSources('workflows.googleapis.com', { workflows: { asset: 'Workflow', type: 'google_workflows_workflow' } }),
  ...gcpSources('eventarc.googleapis.com', { triggers: { asset: 'Trigger', type: 'google_eventarc_trigger' } }),
  ...gcpSources('managedkafka.googleapis.com', { clusters: { asset: 'Cluster', type: 'google_managed_kafka_cluster' } }),
  ...gcpSources('privateca.googleapis.com', {
    caPools: { asset: 'CaPool', type: 'google_privateca_ca_pool', grantsBy: 'ca_pool' },
    certificateAuthorities: { asset: 'CertificateAuthority', type: 'google_privateca_certificate_authority' },
    certificateTemplates: { asset: 'CertificateTemplate', type: 'google_privateca_certificate_template', grantsBy: 'certificate_template' },
  }),
  ...gcpSources('certificatemanager.googleapis.com', {
    certificates: { asset: 'Certificate', type: 'google_certificate_manager_certificate' },
  }),
  ...gcpSources('networkservices.googleapis.com', { gateways: { asset: 'Gateway', type: 'google_network_services_gateway' } }),
  ...gcpSources('networkconnectivity.googleapis.com', {
    hubs: { asset: 'Hub', type: 'google_network_connectivity_hub' },
    spokes: { asset: 'Spoke', type: 'google_network_connectivity_spoke' },
  }),
  ...gcpSources('networksecurity.googleapis.com', {
    addressGroups: { asset: 'AddressGroup', type: 'google_network_security_address_group', grantsBy: 'name' },
  }),
  ...gcpSources('healthcare.googleapis.com', {
    datasets: { asset: 'Dataset', type: 'google_healthcare_dataset', grantsBy: 'dataset_id' },
    consentStores: { asset: 'ConsentStore', type: 'google_healthcare_consent_store', grantsBy: 'consent_store_id' },
    dicomStores: { asset: 'DicomStore', type: 'google_healthcare_dicom_store', grantsBy: 'dicom_store_id' },
    fhirStores: { asset: 'FhirStore', type: 'google_healthcare_fhir_store', grantsBy: 'fhir_store_id' },
    hl7V2Stores: { asset: 'Hl7V2Store', type: 'google_healthcare_hl7_v2_store', grantsBy: 'hl7_v2_store_id' },
  }),
  ...gcpSources('cloudtasks.googleapis.com', { queues: { asset: 'Queue', type: 'google_cloud_tasks_queue', grantsBy: 'name' } }),
  ...gcpSources('binaryauthorization.googleapis.com', {
    attestors: { asset: 'Attestor', type: 'google_binary_authorization_attestor', grantsBy: 'attestor' },
  }),
  ...gcpSources('containeranalysis.googleapis.com', {
    notes: { asset: 'Note', type: 'google_container_analysis_note', grantsBy: 'note' },
  }),
  ...gcpSources('bigqueryconnection.googleapis.com', {
    connections: { asset: 'Connection', type: 'google_bigquery_connection', grantsBy: 'connection_id' },
  }),
  ...gcpSources('analyticshub.googleapis.com', {
    dataExchanges: { asset: 'DataExchange', type: 'google_bigquery_analytics_hub_data_exchange', grantsBy: 'data_exchange_id' },
    listings: { asset: 'Listing', type: 'google_bigquery_analytics_hub_listing', grantsBy: 'listing_id' },
  }),
  ...gcpSources('bigquerydatapolicy.googleapis.com', {
    dataPolicies: { asset: 'DataPolicy', type: 'google_bigquery_datapolicy_data_policy', grantsBy: 'data_policy_id' },
  }),
  ...gcpSources('datacatalog.googleapis.com', {
    entryGroups: { asset: 'EntryGroup', type: 'google_data_catalog_entry_group', grantsBy: 'entry_group' },
    tagTemplates: { asset: 'TagTemplate', type: 'google_data_catalog_tag_template', grantsBy: 'tag_template' },
    taxonomies: { asset: 'Taxonomy', type: 'google_data_catalog_taxonomy', grantsBy: 'taxonomy' },
    policyTags: { asset: 'PolicyTag', type: 'google_data_catalog_policy_tag', grantsBy: 'policy_tag' },
  }),
  ...gcpSources('servicemanagement.googleapis.com', {
    services: { asset: 'ManagedService', type: 'google_endpoints_service', grantsBy: 'service_name' },
  }),
  ...gcpSources('sourcerepo.googleapis.com', { repos: { asset: 'Repo', type: 'google_sourcerepo_repository', grantsBy: 'repository' } }),
  ...gcpSources('securesourcemanager.googleapis.com', {
    instances: { asset: 'Instance', type: 'google_secure_source_manager_instance', grantsBy: 'instance_id' },
    repositories: { asset: 'Repository', type: 'google_secure_source_manager_repository', grantsBy: 'repository_id' },
  }),
];
