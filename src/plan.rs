//! Every page, route and asset, before a byte of HTML.
