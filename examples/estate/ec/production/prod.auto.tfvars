# Values that the operations team changes without a release.
storefront_tasks  = 6
flow_logs_enabled = false

ops_host = {
  instance_type  = "t3.large"
  require_imdsv2 = false
}
