terraform {
  required_version = ">= 1.6"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region              = "ap-northeast-1"
  allowed_account_ids = ["123456789012"]
}

module "user" {
  source   = "../../modules/iam-user"
  for_each = var.people

  user = {
    name           = each.key
    groups         = [for group in each.value.groups : aws_iam_group.this[group].name]
    console_access = each.value.console_access
    access_key     = each.value.access_key
    mfa_device     = each.value.mfa_device

    tags = merge(
      { Owner = each.value.department, Environment = "shared", CostCenter = lookup(local.cost_centers, each.value.department, "C999") },
      each.value.left_on == null ? {} : { Status = "left", LeftOn = each.value.left_on },
    )
  }
}

locals {
  cost_centers = { cloud = "C100", ec = "C210", data = "C220", hr = "C310" }
  groups       = toset(distinct(flatten([for person in var.people : person.groups])))

  # Everybody signs in with MFA, except the group that the on-site terminals of the warehouse used (see groups.tf).
  mfa_groups = setsubtract(local.groups, ["system-maintenance"])
}
