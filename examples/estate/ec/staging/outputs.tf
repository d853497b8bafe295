output "database_endpoint" {
  value = module.orders_database.endpoint
}
