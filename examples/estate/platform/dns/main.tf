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

resource "aws_route53_zone" "public" {
  name    = "minato-foods.example.com"
  comment = "Public names of the shop and the app"

  tags = {
    Name        = "minato-foods"
    Owner       = "cloud-team"
    Environment = "shared"
    CostCenter  = "C100"
  }
}

resource "aws_route53_record" "alias" {
  for_each = var.aliases

  zone_id = aws_route53_zone.public.zone_id
  name    = each.key
  type    = "CNAME"
  ttl     = each.value.ttl
  records = [each.value.target]
}

resource "aws_route53_record" "mail" {
  zone_id = aws_route53_zone.public.zone_id
  name    = ""
  type    = "MX"
  ttl     = 3600
  records = ["10 mx1.example.co.jp", "20 mx2.example.co.jp"]
}

resource "aws_route53_record" "spf" {
  zone_id = aws_route53_zone.public.zone_id
  name    = ""
  type    = "TXT"
  ttl     = 3600
  records = ["v=spf1 include:spf.example.co.jp -all"]
}
