// Directives that no source package at hand holds. Contexts, counts and versions as nginx's documentation gives them.

const http = ['http', 'server', 'location'];
const httpServer = ['http', 'server'];
const streamServer = ['stream', 'stream-server'];
const one = (name, module, contexts, since, kind = '', args = '1') => ({ name, module, contexts, args, kind, since });

/** Directives that mainline nginx got after the newest source package. */
export const newer = [
  one('keepalive_min_timeout', 'http_core', http, '1.27.4', 'milliseconds'),
  one('ssl_object_cache_inheritable', 'openssl', ['main'], '1.27.4', 'flag'),
  one('ssl_certificate_cache', 'http_ssl', httpServer, '1.27.4', '', '1,2,3'),
  one('ssl_certificate_cache', 'stream_ssl', streamServer, '1.27.4', '', '1,2,3'),
  one('ssl_certificate_compression', 'http_ssl', httpServer, '1.29.1', 'flag'),
  one('ssl_certificate_compression', 'stream_ssl', streamServer, '1.29.1', 'flag'),
  one('ssl_ech_file', 'http_ssl', httpServer, '1.29.4', ''),
  one('ssl_ech_file', 'stream_ssl', streamServer, '1.29.4', ''),
  one('ssl_key_log', 'http_ssl', httpServer, '1.27.2', ''),
  one('ssl_key_log', 'stream_ssl', streamServer, '1.27.2', ''),
  one('proxy_ssl_key_log', 'http_proxy', http, '1.27.2', ''),
  one('proxy_ssl_key_log', 'stream_proxy', streamServer, '1.27.2', ''),
  one('grpc_ssl_key_log', 'http_grpc', http, '1.27.2', ''),
  one('uwsgi_ssl_key_log', 'http_uwsgi', http, '1.27.2', ''),
  one('proxy_ssl_certificate_cache', 'http_proxy', http, '1.27.4', '', '1,2,3'),
  one('proxy_ssl_certificate_cache', 'stream_proxy', streamServer, '1.27.4', '', '1,2,3'),
  one('grpc_ssl_certificate_cache', 'http_grpc', http, '1.27.4', '', '1,2,3'),
  one('uwsgi_ssl_certificate_cache', 'http_uwsgi', http, '1.27.4', '', '1,2,3'),
  one('early_hints', 'http_core', http, '1.29.0', '', '1+'),
  one('add_header_inherit', 'http_headers_filter', [...http, 'location-if'], '1.29.3', ''),
  one('add_trailer_inherit', 'http_headers_filter', [...http, 'location-if'], '1.29.3', ''),
  one('max_headers', 'http_core', httpServer, '1.29.6', 'number'),
  one('resolver', 'http_upstream', ['upstream'], '1.27.3', '', '1+'),
  one('resolver_timeout', 'http_upstream', ['upstream'], '1.27.3', 'milliseconds'),
  one('resolver', 'stream_upstream', ['stream-upstream'], '1.27.3', '', '1+'),
  one('resolver_timeout', 'stream_upstream', ['stream-upstream'], '1.27.3', 'milliseconds'),
  one('state', 'http_upstream', ['upstream'], '1.27.3', ''),
  one('state', 'stream_upstream', ['stream-upstream'], '1.27.3', ''),
  one('sticky', 'http_upstream_sticky', ['upstream'], '1.29.6', '', '1+'),
  one('least_time', 'http_upstream_least_time', ['upstream'], '1.29.6', '', '1,2'),
];

/** Words that mainline nginx takes besides those of the newest source package. */
export const newerValues = {
  proxy_http_version: ['2'],
  proxy_next_upstream: ['denied'],
  fastcgi_next_upstream: ['denied'],
  uwsgi_next_upstream: ['denied'],
  scgi_next_upstream: ['denied'],
  grpc_next_upstream: ['denied'],
  memcached_next_upstream: ['denied'],
};

/** Setters of their own that refuse a second directive only in part: another zone, another address, or after "off". */
export const repeatable = new Set([
  'limit_conn',
  'mirror',
  'proxy_cookie_domain',
  'proxy_cookie_flags',
  'proxy_cookie_path',
  'proxy_redirect',
  'limit_except',
]);

/** Names that belong to modules whose sources are not at hand; `{` marks a block. nginx may know them, so they are never unknown. */
export const modules = {
  // F5's commercial nginx.
  plus: `api auth_jwt auth_jwt_claim_set auth_jwt_header_set auth_jwt_key_cache auth_jwt_key_file auth_jwt_key_request auth_jwt_leeway
    auth_jwt_require auth_jwt_type auth_oidc oidc_provider{ f4f f4f_buffer_size health_check health_check_timeout hls hls_buffers hls_forward_args hls_fragment
    hls_mp4_buffer_size hls_mp4_max_buffer_size keyval keyval_zone match{ mgmt{ usage_report license_token enforce_initial_report
    deployment_context ntlm queue session_log session_log_format session_log_zone slice status status_format status_zone
    sticky_cookie_insert upstream_conf zone_sync zone_sync_buffers zone_sync_connect_retry_interval zone_sync_connect_timeout
    zone_sync_interval zone_sync_recv_buffer_size zone_sync_server zone_sync_ssl zone_sync_timeout internal_redirect
    num_map{ proxy_protocol_tlv app_protect_enable app_protect_policy_file app_protect_security_log app_protect_security_log_enable
    proxy_pass_trailers least_time otel_exporter{ otel_trace otel_service_name otel_span_name otel_span_attr otel_trace_context otel_resource_attr`,
  js: `js_access js_body_filter js_content js_context_reuse js_context_reuse_max_size js_engine js_fetch_buffer_size js_fetch_ciphers
    js_fetch_keepalive js_fetch_keepalive_requests js_fetch_keepalive_time js_fetch_keepalive_timeout js_fetch_max_response_buffer_size
    js_fetch_max_response_body_size js_fetch_protocols js_fetch_proxy js_fetch_timeout js_fetch_trusted_certificate js_fetch_verify
    js_fetch_verify_depth js_filter js_header_filter js_import js_include js_load_http_native_module js_load_stream_native_module js_path
    js_periodic js_preload_object js_preread js_set js_shared_dict_zone js_var`,
  angie: `acme acme_client acme_client_path acme_dns_port acme_http_port acme_hook api api_config_files auto_redirect backup_switch bind_conn
    client{ docker_endpoint docker_max_object_size feedback keepalive_tls_hash least_time metric metric_complex_zone{ metric_zone
    mqtt_preread prometheus prometheus_template{ proxy_quic_active_connection_id_limit proxy_quic_gso proxy_quic_host_key
    proxy_http3_hq proxy_http3_max_concurrent_streams proxy_http3_max_table_capacity proxy_http3_stream_buffer_size rdp_preread
    response_time_factor server_id sticky sticky_secret sticky_strict sticky_learn upstream_probe upstream_probe_timeout wasm_modules{
    status_zone max_headers http3_max_table_capacity ssl_ntls reset_stat otel_exporter{ debug_points`,
  openresty: `redis_pass redis2_pass redis2_query redis2_raw_queries redis2_raw_query redis2_literal_raw_query redis2_bind
    redis2_connect_timeout redis2_send_timeout redis2_read_timeout redis2_buffer_size redis2_next_upstream drizzle_pass drizzle_query
    drizzle_server drizzle_keepalive postgres_pass postgres_query postgres_server postgres_keepalive postgres_output rds_json
    rds_json_format rds_csv array_split array_join array_map array_map_op encrypted_session_key encrypted_session_iv
    encrypted_session_expires set_encrypt_session set_decrypt_session set_form_input set_form_input_multi set_iconv iconv_filter
    iconv_buffer_size xss_get xss_callback_arg xss_override_status xss_check_status xss_input_types xss_output_type eval{
    eval_subrequest_in_memory eval_override_content_type eval_buffer_size coolkit override_method lua_ssl_key_log lua_worker_thread_vm_pool_size
    proxy_ssl_certificate_by_lua_block proxy_ssl_verify_by_lua_block precontent_by_lua_block precontent_by_lua_file precontent_by_lua_no_postpone
    server_rewrite_by_lua_block server_rewrite_by_lua_file ssl_client_hello_by_lua_block ssl_client_hello_by_lua_file balancer_keepalive
    stream_lua_resolver preread_by_lua_block preread_by_lua_file preread_by_lua_no_postpone exit_worker_by_lua_block exit_worker_by_lua_file`,
  'cache-purge': 'proxy_cache_purge fastcgi_cache_purge scgi_cache_purge uwsgi_cache_purge cache_purge_response_type',
  zstd: 'zstd zstd_buffers zstd_comp_level zstd_dict_file zstd_min_length zstd_static zstd_types zstd_long zstd_window_log',
  pagespeed: `pagespeed pagespeed_custom_header ModPagespeed`,
  vts: `vhost_traffic_status vhost_traffic_status_average_method vhost_traffic_status_bypass_limit vhost_traffic_status_bypass_stats
    vhost_traffic_status_display vhost_traffic_status_display_format vhost_traffic_status_display_jsonp vhost_traffic_status_display_sum_key
    vhost_traffic_status_dump vhost_traffic_status_filter vhost_traffic_status_filter_by_host vhost_traffic_status_filter_by_set_key
    vhost_traffic_status_filter_check_duplicate vhost_traffic_status_filter_max_node vhost_traffic_status_histogram_buckets
    vhost_traffic_status_limit vhost_traffic_status_limit_check_duplicate vhost_traffic_status_limit_traffic
    vhost_traffic_status_limit_traffic_by_set_key vhost_traffic_status_measure_status_codes vhost_traffic_status_set_by_filter
    vhost_traffic_status_stats_by_upstream vhost_traffic_status_zone server_traffic_status server_traffic_status_display
    server_traffic_status_display_format server_traffic_status_zone stream_server_traffic_status stream_server_traffic_status_zone`,
  tengine: `check check_fastcgi_param check_http_expect_alive check_http_send check_keepalive_requests check_shm_size check_status
    concat concat_delimiter concat_ignore_file_error concat_max_files concat_types concat_unique consistent_hash dyups_interface
    dyups_read_msg_log dyups_read_msg_timeout dyups_shm_zone_size dyups_trylock dyups_upstream_conf footer footer_types jemalloc
    proxy_connect proxy_connect_address proxy_connect_allow proxy_connect_bind proxy_connect_connect_timeout proxy_connect_data_timeout
    proxy_connect_read_timeout proxy_connect_response proxy_connect_send_timeout req_status req_status_show req_status_zone
    session_sticky session_sticky_hide_cookie slab_stat sysguard sysguard_cpu sysguard_free sysguard_load sysguard_mem sysguard_mode
    sysguard_rt trim trim_css trim_js trim_types tfs_pass tfs_upstream{ user_agent{ vnswrr dynamic_resolve`,
  upload: `upload_pass upload_store upload_store_access upload_set_form_field upload_aggregate_form_field upload_pass_form_field
    upload_cleanup upload_limit_rate upload_max_file_size upload_max_output_body_len upload_max_part_header_len upload_pass_args
    upload_resumable upload_state_store upload_buffer_size upload_add_header upload_tame_arrays upload_range_header_buffer_size`,
  vod: `vod vod_mode vod_status vod_segment_duration vod_align_segments_to_key_frames vod_metadata_cache vod_response_cache vod_base_url
    vod_multi_uri_suffix vod_upstream_location vod_fallback_upstream_location vod_path_response_prefix vod_open_file_thread_pool
    vod_hls_absolute_master_urls vod_hls_segment_file_name_prefix vod_live_window_duration vod_secret_key vod_drm_enabled vod_max_mapping_response_size`,
  passenger: `passenger_app_env passenger_app_group_name passenger_app_root passenger_app_type passenger_base_uri passenger_buffer_response
    passenger_conf_version passenger_enabled passenger_env_var passenger_friendly_error_pages passenger_instance_registry_dir
    passenger_log_level passenger_max_pool_size passenger_max_requests passenger_min_instances passenger_nodejs passenger_pool_idle_time
    passenger_pre_start passenger_python passenger_root passenger_ruby passenger_start_timeout passenger_startup_file
    passenger_sticky_sessions passenger_user passenger_set_header passenger_document_root passenger_log_file passenger_load_shell_envvars
    passenger_user_switching passenger_show_version_in_header passenger_restart_dir passenger_spawn_method passenger_abort_on_startup_error
    passenger_ctl passenger_default_user passenger_default_group passenger_max_request_queue_size passenger_disable_security_update_check
    passenger_intercept_errors passenger_thread_count passenger_concurrency_model passenger_buffer_upload passenger_preload_bundler`,
  naxsi: `basic_rule BasicRule check_rule CheckRule denied_url DeniedUrl learning_mode LearningMode main_rule MainRule naxsi_log rules_disabled
    rules_enabled SecRulesDisabled SecRulesEnabled LibInjectionXss LibInjectionSql libinjection_sql libinjection_xss IgnoreIP IgnoreCIDR`,
  dynamic_limit:
    'limit_upload_rate limit_upload_rate_after limit_traffic_rate limit_traffic_rate_zone limit_req_whitelist dynamic_limit_req dynamic_limit_req_zone',
  opentracing: `opentracing opentracing_load_tracer opentracing_tag opentracing_operation_name opentracing_location_operation_name
    opentracing_propagate_context opentracing_trust_incoming_span opentracing_trace_locations opentracing_fastcgi_propagate_context
    opentracing_grpc_propagate_context jaeger_tracer zipkin_collector_host datadog_tracing datadog_agent_url datadog_service_name
    datadog_enable datadog_disable datadog_environment datadog_tag opentelemetry opentelemetry_config opentelemetry_propagate
    opentelemetry_attribute opentelemetry_operation_name opentelemetry_trust_incoming_spans opentelemetry_ignore_paths
    OpenTelemetry NginxModuleEnabled NginxModuleOtelSpanExporter NginxModuleOtelExporterEndpoint NginxModuleServiceName
    NginxModuleServiceNamespace NginxModuleServiceInstanceId NginxModuleResolveBackends NginxModuleTraceAsError`,
  ldap: 'auth_ldap auth_ldap_cache_enabled auth_ldap_cache_expiration_time auth_ldap_cache_size auth_ldap_servers ldap_server{',
  cookie:
    'set_cookie_flag cookie_flag testcookie testcookie_name testcookie_secret testcookie_session testcookie_arg testcookie_max_attempts',
  'length-hiding': 'length_hiding length_hiding_max',
  'dynamic-tls': `ssl_dyn_rec_enable ssl_dyn_rec_idle_timeout ssl_dyn_rec_size_hi ssl_dyn_rec_size_lo ssl_dyn_rec_size_max ssl_dyn_rec_threshold
    ssl_dyn_rec_timeout ssl_ntls ssl_sign_certificate ssl_enc_certificate http3_hq spdy_headers_comp spdy_chunk_size spdy_recv_buffer_size spdy_keepalive_timeout
    spdy_max_concurrent_streams spdy_streams_index_size spdy_recv_timeout spdy_pool_size limit_zone quic_mtu quic_stream_buffer_size`,
  cloudflare: 'http2_hpack_enc',
  wasm: 'wasm{ proxy_wasm wasm_call',
  shibboleth: 'shib_request shib_request_set shib_request_use_headers',
  sorted_args: 'sorted_querystring_filter_parameter',
  secure_token:
    'secure_token secure_token_types secure_token_akamai{ secure_token_cloudfront{ aws_access_key aws_secret_key aws_s3_bucket aws_sign aws_key_scope aws_signing_key',
  sflow: 'sflow sflow_sampling graphite_config graphite_data graphite_default_data',
  upsync: `upsync upsync_dump_path upsync_lb upsync_show upstream_show jdomain`,
  security: 'modsecurity_use_error_log ModSecurityEnabled ModSecurityConfig',
  accesskey: 'accesskey accesskey_arg accesskey_hashmethod accesskey_signature',
  immutable: 'immutable immutable_cache_status security_headers security_headers_xss hide_server_tokens',
};
