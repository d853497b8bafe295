resource "aws_acm_certificate" "cdn" {
  provider = aws.us_east_1

  domain_name       = "www.minato-foods.example.com"
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_wafv2_web_acl" "shop" {
  provider = aws.us_east_1

  name  = "minato-shop"
  scope = "CLOUDFRONT"

  default_action {
    allow {}
  }

  dynamic "rule" {
    for_each = { for position, name in ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"] : name => position }

    content {
      name     = rule.key
      priority = rule.value

      override_action {
        none {}
      }

      statement {
        managed_rule_group_statement {
          name        = rule.key
          vendor_name = "AWS"
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = rule.key
        sampled_requests_enabled   = true
      }
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "minato-shop"
    sampled_requests_enabled   = true
  }
}

resource "aws_cloudfront_distribution" "this" {
  for_each = var.distributions

  enabled             = true
  comment             = each.value.comment
  aliases             = [each.value.host]
  default_root_object = "index.html"
  web_acl_id          = each.value.firewall ? aws_wafv2_web_acl.shop.arn : null

  origin {
    origin_id   = "shop"
    domain_name = module.storefront.dns_name

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }

  default_cache_behavior {
    target_origin_id       = "shop"
    viewer_protocol_policy = each.value.viewer_protocol_policy
    allowed_methods        = ["GET", "HEAD", "OPTIONS"]
    cached_methods         = ["GET", "HEAD"]
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = aws_acm_certificate.cdn.arn
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
  }

  dynamic "logging_config" {
    for_each = var.cdn_log_bucket[*]

    content {
      bucket = logging_config.value
      prefix = "cloudfront/${each.key}/"
    }
  }
}

resource "aws_route53_record" "shop" {
  zone_id = data.terraform_remote_state.dns.outputs.zone_id
  name    = "www"
  type    = "A"

  alias {
    name                   = aws_cloudfront_distribution.this["shop"].domain_name
    zone_id                = aws_cloudfront_distribution.this["shop"].hosted_zone_id
    evaluate_target_health = false
  }
}
