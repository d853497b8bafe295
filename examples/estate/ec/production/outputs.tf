output "vpc_id" {
  value = module.vpc.vpc_id
}

output "storefront_dns_name" {
  value = module.storefront.dns_name
}

output "customer_data_bucket_arn" {
  value = module.bucket_customer_data.arn
}
