package fr.monespacesante.interop.fhir;

import fr.monespacesante.access.Consents;
import fr.monespacesante.access.Doors;
import fr.monespacesante.interop.Callers;
import fr.monespacesante.interop.DepositGate;
import fr.monespacesante.interop.SoftwareProperties;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.Submissions;
import fr.monespacesante.vault.Directory;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

@Configuration(proxyBeanMethods = false)
class FhirConfiguration {
    private static final int BEFORE_PAGES = -10;

    @Bean
    FhirModel fhirModel() {
        return new FhirModel();
    }

    @Bean
    Answers fhirAnswers(FhirModel model) {
        return new Answers(model);
    }

    @Bean
    Providing providing(FhirModel model, Doors doors, Deposits deposits, Documents documents) {
        return new Providing(model, doors, deposits, documents);
    }

    @Bean
    Finding finding(Doors doors, Documents documents, Directory directory) {
        return new Finding(doors, documents, new PageKeys(directory));
    }

    @Bean
    Changing changing(FhirModel model, Doors doors, Documents documents) {
        return new Changing(model, doors, documents);
    }

    @Bean
    SubmissionSets submissionSets(Doors doors, Submissions submissions) {
        return new SubmissionSets(doors, submissions);
    }

    @Bean
    Patients patients(Doors doors) {
        return new Patients(doors);
    }

    @Bean
    Agreements agreements(FhirModel model, Doors doors, Consents consents) {
        return new Agreements(model, doors, consents);
    }

    @Bean
    Entrance.Interactions interactions(
            Providing providing,
            Finding finding,
            Changing changing,
            SubmissionSets sets,
            Patients patients,
            Agreements agreements) {
        return new Entrance.Interactions(providing, finding, changing, sets, patients, agreements);
    }

    @Bean
    CopyBundle copyBundle() {
        return new CopyBundle();
    }

    @Bean
    SimpleUrlHandlerMapping fhirEntrance(
            Entrance.Interactions interactions, SoftwareProperties properties, DepositGate gate, Answers answers) {
        Entrance entrance = new Entrance(interactions, new Bodies(properties), gate, answers);
        return new SimpleUrlHandlerMapping(
                Map.of(Entrance.PATH, entrance, Entrance.PATH + "/**", entrance), BEFORE_PAGES);
    }

    /// No session, no cookie, no form: each request proves itself.
    @Bean
    @Order(10)
    SecurityFilterChain fhir(HttpSecurity http, Callers callers, Answers answers) {
        return http.securityMatcher(Entrance.PATH, Entrance.PATH + "/**")
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .anonymous(anonymous -> {})
                .addFilterBefore(new CallerFilter(callers, answers), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(Entrance.PATH + "/metadata")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .headers(headers -> headers.defaultsDisabled()
                        .contentTypeOptions(options -> {})
                        .httpStrictTransportSecurity(tls -> {}))
                .build();
    }
}
