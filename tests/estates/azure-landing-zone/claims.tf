# The claims system: web front, functions, documents, database, vault.
resource "azurerm_storage_account" "claims" {
  name                            = "stclaimsexample"
  resource_group_name             = azurerm_resource_group.claims.name
  location                        = azurerm_resource_group.claims.location
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  min_tls_version                 = "TLS1_2"
  allow_nested_items_to_be_public = false
  tags                            = { DataClass = "health" }
}

resource "azurerm_storage_container" "documents" {
  name                  = "documents"
  storage_account_id    = azurerm_storage_account.claims.id
  container_access_type = "private"
}

resource "azurerm_storage_account" "forms" {
  name                            = "stformsexample"
  resource_group_name             = azurerm_resource_group.claims.name
  location                        = azurerm_resource_group.claims.location
  account_tier                    = "Standard"
  account_replication_type        = "LRS"
  allow_nested_items_to_be_public = true
  tags                            = { DataClass = "public" }
}

# empty forms for download
resource "azurerm_storage_container" "forms" {
  name                  = "forms"
  storage_account_id    = azurerm_storage_account.forms.id
  container_access_type = "blob"
}

resource "azurerm_storage_account" "scans" {
  name                            = "stscansexample"
  resource_group_name             = azurerm_resource_group.claims.name
  location                        = azurerm_resource_group.claims.location
  account_tier                    = "Standard"
  account_replication_type        = "LRS"
  allow_nested_items_to_be_public = true
  tags                            = { DataClass = "personal" }
}

# shown to the scanning vendor
resource "azurerm_storage_container" "scans" {
  name                  = "scans"
  storage_account_id    = azurerm_storage_account.scans.id
  container_access_type = "container"
}

resource "azurerm_key_vault" "claims" {
  name                       = "kv-claims-example"
  resource_group_name        = azurerm_resource_group.claims.name
  location                   = azurerm_resource_group.claims.location
  tenant_id                  = data.azurerm_client_config.current.tenant_id
  sku_name                   = "standard"
  rbac_authorization_enabled = true
  purge_protection_enabled   = true
}

resource "azurerm_service_plan" "claims" {
  name                = "asp-claims"
  resource_group_name = azurerm_resource_group.claims.name
  location            = azurerm_resource_group.claims.location
  os_type             = "Linux"
  sku_name            = "P1v3"
}

resource "azurerm_linux_web_app" "claims" {
  name                = "app-claims-example"
  resource_group_name = azurerm_resource_group.claims.name
  location            = azurerm_resource_group.claims.location
  service_plan_id     = azurerm_service_plan.claims.id
  https_only          = true

  identity {
    type = "SystemAssigned"
  }

  auth_settings_v2 {
    auth_enabled           = true
    require_authentication = true
    unauthenticated_action = "RedirectToLoginPage"
    login {}
    active_directory_v2 {
      client_id            = "00000000-0000-0000-0000-0000000000aa"
      tenant_auth_endpoint = "https://login.microsoftonline.com/00000000-0000-0000-0000-0000000000bb/v2.0"
    }
  }

  site_config {}
}

resource "azurerm_role_assignment" "web_documents" {
  scope                = azurerm_storage_account.claims.id
  role_definition_name = "Storage Blob Data Contributor"
  principal_id         = azurerm_linux_web_app.claims.identity[0].principal_id
}

resource "azurerm_role_assignment" "web_secrets" {
  scope                = azurerm_key_vault.claims.id
  role_definition_name = "Key Vault Secrets User"
  principal_id         = azurerm_linux_web_app.claims.identity[0].principal_id
}

resource "azurerm_linux_function_app" "intake" {
  name                       = "func-intake-example"
  resource_group_name        = azurerm_resource_group.claims.name
  location                   = azurerm_resource_group.claims.location
  service_plan_id            = azurerm_service_plan.claims.id
  storage_account_name       = azurerm_storage_account.forms.name
  storage_account_access_key = azurerm_storage_account.forms.primary_access_key

  identity {
    type = "SystemAssigned"
  }

  app_settings = {
    DOCUMENTS = azurerm_storage_account.claims.primary_connection_string
  }

  site_config {}
}

resource "azurerm_mssql_server" "claims" {
  name                          = "sql-claims-example"
  resource_group_name           = azurerm_resource_group.claims.name
  location                      = azurerm_resource_group.claims.location
  version                       = "12.0"
  minimum_tls_version           = "1.2"
  public_network_access_enabled = true

  azuread_administrator {
    login_username              = "sql-admins"
    object_id                   = "00000000-0000-0000-0000-0000000000cc"
    azuread_authentication_only = true
  }
}

resource "azurerm_mssql_firewall_rule" "office" {
  name             = "office"
  server_id        = azurerm_mssql_server.claims.id
  start_ip_address = "203.0.113.10"
  end_ip_address   = "203.0.113.20"
}

resource "azurerm_mssql_database" "claims" {
  name      = "claims"
  server_id = azurerm_mssql_server.claims.id
  sku_name  = "S3"
  tags      = { DataClass = "health" }
}

resource "azurerm_postgresql_flexible_server" "legacy" {
  name                          = "psql-legacy-example"
  resource_group_name           = azurerm_resource_group.claims.name
  location                      = azurerm_resource_group.claims.location
  version                       = "16"
  sku_name                      = "GP_Standard_D2s_v3"
  administrator_login           = "legacy"
  administrator_password        = var.legacy_password
  public_network_access_enabled = true
  tags                          = { DataClass = "personal" }
}

variable "legacy_password" {
  type      = string
  sensitive = true
}

resource "azurerm_postgresql_flexible_server_firewall_rule" "migration" {
  name             = "migration"
  server_id        = azurerm_postgresql_flexible_server.legacy.id
  start_ip_address = "0.0.0.0"
  end_ip_address   = "255.255.255.255"
}

resource "azurerm_recovery_services_vault" "claims" {
  name                = "rsv-claims"
  resource_group_name = azurerm_resource_group.claims.name
  location            = azurerm_resource_group.claims.location
  sku                 = "Standard"
  soft_delete_enabled = true
}

# people
resource "azurerm_role_assignment" "helpdesk" {
  scope                = azurerm_resource_group.claims.id
  role_definition_name = "Reader"
  principal_id         = "00000000-0000-0000-0000-0000000000d1"
  principal_type       = "Group"
}

resource "azurerm_role_assignment" "onboarding" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "User Access Administrator"
  principal_id         = "00000000-0000-0000-0000-0000000000d2"
  principal_type       = "ServicePrincipal"
}

resource "azurerm_role_assignment" "web_team" {
  scope                = azurerm_linux_web_app.claims.id
  role_definition_name = "Website Contributor"
  principal_id         = "00000000-0000-0000-0000-0000000000d3"
  principal_type       = "Group"
}
