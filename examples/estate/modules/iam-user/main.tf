terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.60, < 7.0"
    }
  }
}

resource "aws_iam_user" "this" {
  name          = var.user.name
  path          = "/people/"
  force_destroy = false

  tags = var.user.tags
}

resource "aws_iam_user_group_membership" "this" {
  user   = aws_iam_user.this.name
  groups = var.user.groups
}

resource "aws_iam_user_login_profile" "this" {
  count = var.user.console_access ? 1 : 0

  user                    = aws_iam_user.this.name
  password_length         = 24
  password_reset_required = true
}

resource "aws_iam_virtual_mfa_device" "this" {
  count = var.user.mfa_device ? 1 : 0

  virtual_mfa_device_name = var.user.name
  path                    = "/people/"
}

# Only for people whose tools cannot use IAM Identity Center yet.
resource "aws_iam_access_key" "this" {
  count = var.user.access_key ? 1 : 0

  user = aws_iam_user.this.name
}
