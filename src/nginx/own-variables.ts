/**
 * The variables that nginx defines itself, by its modules' documentation (nginx 1.27, open source modules).
 * What `set`, `map`, `geo`, `split_clients` and captures make is not among them.
 */

const names = new Set(
  [
    // core of http
    'arg_ args body_bytes_sent bytes_sent connection connection_requests connection_time connections_active connections_reading',
    'connections_waiting connections_writing content_length content_type cookie_ document_root document_uri host hostname http_ https is_args',
    'limit_rate msec nginx_version pid pipe query_string realpath_root remote_addr remote_port remote_user request request_body',
    'request_body_file request_completion request_filename request_id request_length request_method request_port request_time request_uri scheme',
    'is_request_port sent_http_ sent_trailer_ trailer_ server_addr server_name server_port server_protocol status tcpinfo_rtt tcpinfo_rttvar',
    'tcpinfo_snd_cwnd tcpinfo_rcv_space time_iso8601 time_local uri binary_remote_addr',
    // proxying
    'proxy_add_x_forwarded_for proxy_host proxy_port proxy_internal_body_length proxy_internal_chunked fastcgi_path_info fastcgi_script_name',
    'upstream_addr upstream_bytes_received upstream_bytes_sent upstream_cache_status upstream_connect_time upstream_first_byte_time',
    'upstream_header_time upstream_http_ upstream_last_server_name upstream_queue_time upstream_response_length upstream_response_time',
    'upstream_session_time upstream_status upstream_trailer_ upstream_cookie_ upstream_cache_last_modified upstream_cache_etag',
    // other modules
    'ancient_browser modern_browser msie date_gmt date_local gzip_ratio http2 http3 invalid_referer memcached_key secure_link',
    'secure_link_expires session_log_id session_time slice_range limit_conn_status limit_req_status geoip_country_code geoip_country_name',
    'proxy_protocol_addr proxy_protocol_port proxy_protocol_server_addr proxy_protocol_server_port proxy_protocol_tlv_',
    'realip_remote_addr realip_remote_port uid_got uid_reset uid_set protocol',
    'ssl_alpn_protocol ssl_cipher ssl_ciphers ssl_client_cert ssl_client_escaped_cert ssl_client_fingerprint ssl_client_i_dn',
    'ssl_client_raw_cert ssl_client_s_dn ssl_client_serial ssl_client_v_end ssl_client_v_remain ssl_client_v_start ssl_client_verify ssl_curve',
    'ssl_curves ssl_early_data ssl_protocol ssl_server_name ssl_session_id ssl_session_reused ssl_preread_alpn_protocols',
    'ssl_preread_protocol ssl_preread_server_name',
  ].flatMap((line) => line.split(' ')),
);

const families = [...names].filter((name) => name.endsWith('_'));

/** Whether nginx itself gives this variable a value; for a family (`http_…`, `arg_…`) any name of it. */
export function isNginxVariable(name: string): boolean {
  return (!name.endsWith('_') && names.has(name)) || families.some((family) => name.length > family.length && name.startsWith(family));
}
